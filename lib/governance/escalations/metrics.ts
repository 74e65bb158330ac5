// Answers "which days and weeks do the charts have?" (ESC-141): every one of the span, also where nothing happened, because a gap
// would draw two weeks as neighbours. Dates are the organisation's calendar: `2026-11-20`, weeks by their Monday.
import { addDays } from "../kernel/calendar.ts";

const toDate = (day: string) => new Date(`${day}T00:00:00.000Z`);
const later = (day: string, days: number) => addDays(toDate(day), days).toISOString().slice(0, 10);

/** So many dates, `step` days apart, the last of them `last`. */
export function datesUntil(last: string, count: number, step: number): string[] {
  return Array.from({ length: count }, (_, index) => later(last, (index - count + 1) * step));
}

/** One row a date: the one there is, or what `empty` makes of it. */
export function onEveryDate<Row>(
  dates: readonly string[],
  rows: readonly Row[],
  dateOf: (row: Row) => string,
  empty: (date: string) => Row,
): Row[] {
  const known = new Map(rows.map((row) => [dateOf(row), row]));
  return dates.map((date) => known.get(date) ?? empty(date));
}
