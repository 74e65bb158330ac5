"use client";
import { cn } from "@/components/ui/class-names";
import { Instant, useClock } from "@/components/ui/instant";

const SOON = 24 * 3_600_000;

/** A deadline of a vote; within the last day it is set apart, and says so to whoever sees no weight. */
export function ClosesAt({ at, as = "relative" }: { at: string; as?: "relative" | "deadline" }) {
  const { now } = useClock();
  const left = new Date(at).getTime() - now.getTime();
  const isOver = left <= 0;
  const isSoon = !isOver && left < SOON;
  return (
    <span suppressHydrationWarning className={cn(isSoon && "font-semibold text-severity-high")}>
      {isSoon ? <span className="sr-only">Closing soon: </span> : null}
      {isOver ? (
        "closing now"
      ) : (
        <>
          closes <Instant at={at} as={as} className="max-md:whitespace-normal" />
        </>
      )}
    </span>
  );
}
