// Answers "which instant is that on the clock of the organisation?", which need not be the clock of the reader.
import { type LocalTime, toLocalTime } from "../governance/kernel/local-time.ts";

const asUtc = ({ year, month, day, hour, minute }: Pick<LocalTime, "year" | "month" | "day" | "hour" | "minute">) =>
  Date.UTC(year, month - 1, day, hour, minute);

/** `local` as an input of the browser gives it, `2026-12-01T17:00`; null when that is no time. A time that a clock skips is the one after it. */
export function atLocal(local: string, zone: string): Date | null {
  const parsed = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})/u.exec(local);
  if (parsed === null) return null;
  const [year, month, day, hour, minute] = parsed.slice(1).map(Number) as [number, number, number, number, number];
  const wanted = Date.UTC(year, month - 1, day, hour, minute);
  if (new Date(wanted).getUTCDate() !== day || month > 12) return null;
  // The difference at a first guess may be that of the other side of a change of the clock: look again from there.
  let at = wanted;
  for (let look = 0; look < 2; look += 1) at = wanted - (asUtc(toLocalTime(new Date(at), zone)) - at);
  return new Date(at);
}

/** That hour of a day such as `2026-12-01`. */
export function atHour(day: string, hour: number, zone: string): Date | null {
  return atLocal(`${day}T${String(hour).padStart(2, "0")}:00`, zone);
}

/** As an input of the browser takes it, to the minute. */
export function toLocalInput(at: Date, zone: string): string {
  return new Date(asUtc(toLocalTime(at, zone))).toISOString().slice(0, 16);
}

/** The day so many days later, as an input of the browser takes it. */
export function dayAfter(from: Date, days: number, zone: string): string {
  const { year, month, day } = toLocalTime(from, zone);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}
