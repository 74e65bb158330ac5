// Answers "when do weeks begin here?" (DSH-7, DSH-9): Mondays at midnight in the organisation's time zone, also over a
// clock change.
import { dateAt, startOfDay } from "../board/calendar-date.ts";
import { MILLISECONDS_PER_DAY } from "../kernel/calendar.ts";

/** The day `weeks` weeks after the Monday of the week that holds `at`, as YYYY-MM-DD. */
function mondayAfter(at: Date, timeZone: string, weeks: number): string {
  const today = Date.parse(`${dateAt(at, timeZone)}T00:00:00.000Z`);
  const sinceMonday = (new Date(today).getUTCDay() + 6) % 7;
  const monday = today + (weeks * 7 - sinceMonday) * MILLISECONDS_PER_DAY;
  return new Date(monday).toISOString().slice(0, 10);
}

/** Starts of `count` weeks in order; `from` 0 is the week that holds `at`, -1 the one before. */
export function weekStarts(at: Date, timeZone: string, from: number, count: number): Date[] {
  return Array.from({ length: count }, (_, index) => startOfDay(mondayAfter(at, timeZone, from + index), timeZone));
}

/** The instants of the risk chart: the starts of this week and those before it, then `at` itself. */
export function riskInstants(at: Date, timeZone: string, weeks: number): Date[] {
  const mondays = weekStarts(at, timeZone, 1 - weeks, weeks).filter((monday) => monday < at);
  return [...mondays, at];
}
