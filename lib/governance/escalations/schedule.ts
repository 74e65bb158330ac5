// Answers "when is that hour next, where the organisation is?" (ESC-7): full hours, days and weeks of its own calendar, over
// daylight-saving changes too. Walks in quarters of an hour, the finest step that zone offsets have.
import { addDays } from "../kernel/calendar.ts";
import { type LocalTime, toLocalDate, toLocalTime } from "../kernel/local-time.ts";

const QUARTER_MS = 15 * 60_000;
/** Nine days: longer than a week and any clock change. */
const STEPS = 9 * 96;
/** No clock is put forward or back by more, and one hour is left to walk. */
const MOST_CLOCK_CHANGE_HOURS = 4;

/** The Monday of the week, as a date: `2026-11-16`. */
export function weekOf(at: Date, zone: string): string {
  const date = new Date(`${toLocalDate(at, zone)}T00:00:00.000Z`);
  const sinceMonday = (date.getUTCDay() + 6) % 7;
  return addDays(date, -sinceMonday).toISOString().slice(0, 10);
}

/** 1 for Monday to 7 for Sunday, on that day's calendar. */
function dayOfWeek({ year, month, day }: LocalTime): number {
  return ((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7) + 1;
}

/**
 * The first quarter after `at` (never `at` itself) at which the local clock has reached what is asked for. `hoursLeft` says how
 * many hours the clock on the wall still has to go; all but the last of them are jumped over.
 */
function firstAfter(
  at: Date,
  zone: string,
  isReached: (before: LocalTime, now: LocalTime) => boolean,
  hoursLeft: (now: LocalTime) => number = () => 0,
): Date {
  let before = toLocalTime(at, zone);
  const first = (Math.floor(at.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  for (let step = 0; step < STEPS; step += 1) {
    const quarter = new Date(first + step * QUARTER_MS);
    const local = toLocalTime(quarter, zone);
    if (isReached(before, local)) return quarter;
    before = local;
    step += 4 * Math.max(0, hoursLeft(local) - MOST_CLOCK_CHANGE_HOURS);
  }
  throw new RangeError(`No such hour within nine days in ${zone}`);
}

const isOtherDay = (a: LocalTime, b: LocalTime) => a.day !== b.day || a.month !== b.month || a.year !== b.year;

/** The next full hour. */
export function nextFullHour(at: Date, zone: string): Date {
  return firstAfter(at, zone, (before, local) => before.hour !== local.hour || isOtherDay(before, local));
}

/** The next beginning of a day. */
export function nextDay(at: Date, zone: string): Date {
  return firstAfter(at, zone, isOtherDay, ({ hour }) => 24 - hour);
}

/** The next time the clock reaches that hour, on that day of the week if one is named; an hour that is skipped counts from its end. */
export function nextHourOf(
  at: Date,
  zone: string,
  { hour, day }: { readonly hour: number; readonly day?: number },
): Date {
  const isReached = (before: LocalTime, local: LocalTime) => {
    if (day !== undefined && dayOfWeek(local) !== day) return false;
    const isNewDay = isOtherDay(before, local);
    return local.hour >= hour && (isNewDay || before.hour < hour);
  };
  return firstAfter(at, zone, isReached, (local) => {
    const days = day === undefined ? 0 : (day - dayOfWeek(local) + 7) % 7;
    const hours = 24 * days + hour - local.hour;
    return hours > 0 ? hours : hours + 24 * (day === undefined ? 1 : 7);
  });
}
