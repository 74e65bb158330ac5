"use client";
import { cn } from "@/components/ui/class-names";
import { Instant, useClock } from "@/components/ui/instant";

const SOON = 24 * 3_600_000;

/** A deadline of a vote; within the last day it is set apart, and says so to whoever sees no weight. `bare`: no verb. */
export function ClosesAt({
  at,
  as = "relative",
  bare = false,
}: {
  at: string;
  as?: "relative" | "deadline";
  bare?: boolean;
}) {
  const { now } = useClock();
  const left = new Date(at).getTime() - now.getTime();
  const isOver = left <= 0;
  const isSoon = !isOver && left < SOON;
  return (
    <span suppressHydrationWarning className={cn(isSoon && "font-semibold text-severity-high")}>
      {isSoon ? <span className="sr-only">Closing soon: </span> : null}
      {bare ? null : "closes "}
      {isOver ? "now" : <Instant at={at} as={as} className="max-md:whitespace-normal" />}
    </span>
  );
}
