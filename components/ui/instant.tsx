"use client";
import { createContext, type ReactNode, useContext, useEffect, useState } from "react";
import { formatDay, formatDayTime, formatDeadline, formatExact, formatRelative } from "@/lib/format/instant";
import { cn } from "./class-names";

type Clock = { now: Date; zone: string };
const ClockContext = createContext<Clock | null>(null);
const TICK = 20_000;

/**
 * Server time and the organisation's zone for everything below. Between two answers of the server the clock goes on by
 * the browser's elapsed time, never by the browser's own idea of the hour.
 */
export function ClockProvider({ now, zone, children }: { now: Date | string; zone: string; children: ReactNode }) {
  const base = new Date(now).getTime();
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    void base;
    const start = performance.now();
    setElapsed(0);
    const timer = setInterval(() => setElapsed(performance.now() - start), TICK);
    return () => clearInterval(timer);
  }, [base]);
  return <ClockContext value={{ now: new Date(base + elapsed), zone }}>{children}</ClockContext>;
}

export function useClock(): Clock {
  const clock = useContext(ClockContext);
  if (clock === null) throw new Error("Instant needs a ClockProvider above it, or `now` and `zone`");
  return clock;
}

type Manner = "relative" | "exact" | "day" | "dayTime" | "deadline";

function write(at: Date, { now, zone }: Clock, as: Manner): string {
  if (as === "exact") return formatExact(at, zone);
  if (as === "day") return formatDay(at, zone);
  if (as === "dayTime") return formatDayTime(at, now, zone);
  if (as === "deadline") return formatDeadline(at, now, zone);
  return formatRelative(at, now, zone);
}

/** A moment: relative by default, exact on hover and for machines. */
export function Instant({ at, as = "relative", className }: { at: Date | string; as?: Manner; className?: string }) {
  const clock = useClock();
  const moment = new Date(at);
  return (
    <time
      dateTime={moment.toISOString()}
      title={formatExact(moment, clock.zone)}
      suppressHydrationWarning
      className={cn("whitespace-nowrap", as === "deadline" && "whitespace-normal", className)}
    >
      {write(moment, clock, as)}
    </time>
  );
}
