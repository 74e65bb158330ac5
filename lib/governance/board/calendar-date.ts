// Answers "which day is that here, and when does it begin?" Terms run over calendar days of the organisation's time zone
// (BRD-2): 31 January plus one month is the last day of February, whatever daylight saving does in between.
import { toLocalTime } from "../kernel/local-time.ts";

/** Years, months (1 to 12) and days of a YYYY-MM-DD text. */
function partsOf(date: string): [number, number, number] {
  const [year = 0, month = 1, day = 1] = date.split("-").map(Number);
  return [year, month, day];
}

const pad = (value: number, length = 2) => String(value).padStart(length, "0");

/** The same day of a later calendar month, or that month's last day. */
export function addCalendarMonths(date: string, months: number): string {
  const [year, month, day] = partsOf(date);
  const index = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12;
  const lastDay = new Date(Date.UTC(targetYear, targetMonth + 1, 0)).getUTCDate();
  return `${pad(targetYear, 4)}-${pad(targetMonth + 1)}-${pad(Math.min(day, lastDay))}`;
}

/** What the wall clock there shows at that instant, as if it were UTC; in milliseconds, cut to the second. */
function wallMilliseconds(at: Date, timeZone: string): number {
  const { year, month, day, hour, minute, second } = toLocalTime(at, timeZone);
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The calendar day in that time zone. */
export function dateAt(at: Date, timeZone: string): string {
  return new Date(wallMilliseconds(at, timeZone)).toISOString().slice(0, 10);
}

const DAY = 86_400_000;

/** The first instant of a day there; where midnight is skipped by a clock change, the instant of the change. */
export function startOfDay(date: string, timeZone: string): Date {
  const [year, month, day] = partsOf(date);
  const midnight = Date.UTC(year, month - 1, day);
  const offsetNear = (instant: number) => wallMilliseconds(new Date(instant), timeZone) - instant;
  const before = midnight - offsetNear(midnight - DAY);
  const after = midnight - offsetNear(midnight + DAY);
  const exact = [before, after].filter((instant) => wallMilliseconds(new Date(instant), timeZone) === midnight);
  return new Date(exact.length > 0 ? Math.min(...exact) : before);
}
