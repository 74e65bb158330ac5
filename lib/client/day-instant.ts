// Answers "when is five in the afternoon of that day?" on the organisation's clock, not the reader's.
import { type LocalTime, toLocalTime } from "../governance/kernel/local-time.ts";

const asUtc = ({ year, month, day, hour, minute }: Pick<LocalTime, "year" | "month" | "day" | "hour" | "minute">) =>
  Date.UTC(year, month - 1, day, hour, minute);

/** `day` as `2026-12-01`; null when that is no day. An hour that a clock skips is the one after it. */
export function atHour(day: string, hour: number, zone: string): Date | null {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})$/u.exec(day);
  if (parsed === null) return null;
  const [year, month, date] = parsed.slice(1).map(Number) as [number, number, number];
  const wanted = Date.UTC(year, month - 1, date, hour);
  if (new Date(wanted).getUTCDate() !== date || month > 12) return null;
  // The difference at a first guess may be that of the other side of a change of the clock: look again from there.
  let at = wanted;
  for (let look = 0; look < 2; look += 1) at = wanted - (asUtc(toLocalTime(new Date(at), zone)) - at);
  return new Date(at);
}

/** The day so many days later, as an input of the browser takes it. */
export function dayAfter(from: Date, days: number, zone: string): string {
  const { year, month, day } = toLocalTime(from, zone);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
