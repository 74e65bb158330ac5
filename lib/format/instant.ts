// Answers "when is that?" for the eye: relative to `now`, exact in the organisation's time zone.
// Names of days and months are ours, not Intl's: server and browser must write the same text.
import { type LocalTime, toLocalTime } from "../governance/kernel/local-time.ts";
import { formatDuration } from "./duration.ts";

const DAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"] as const;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"] as const;
const MINUTE = 60_000;
const DAY = 86_400_000;
/** From here on a distance reads better as a date. */
const RELATIVE_LIMIT = 60 * DAY;

function dayNumber(wall: LocalTime): number {
  return Math.floor(Date.UTC(wall.year, wall.month - 1, wall.day) / DAY);
}

const pad = (value: number) => String(value).padStart(2, "0");
const clock = (wall: LocalTime) => `${pad(wall.hour)}:${pad(wall.minute)}`;
const weekday = (wall: LocalTime) => DAYS[(dayNumber(wall) + 4) % 7] ?? "";
const dayMonth = (wall: LocalTime) => `${wall.day} ${MONTHS[wall.month - 1] ?? ""}`;

/** "CET", "EST", "UTC"; a zone without a common letter code gives its offset ("GMT+5:30"). */
function formatZone(at: Date, zone: string): string {
  const name = (locale: string) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, timeZoneName: "short" })
      .formatToParts(at)
      .find((part) => part.type === "timeZoneName")?.value ?? zone;
  const british = name("en-GB");
  return /^GMT[+-]/u.test(british) ? name("en-US") : british;
}

/** "Fri 27 Nov 2026 17:00 CET" */
export function formatExact(at: Date, zone: string): string {
  const wall = toLocalTime(at, zone);
  return `${weekday(wall)} ${dayMonth(wall)} ${wall.year} ${clock(wall)} ${formatZone(at, zone)}`;
}

/** "27 Nov 2026" */
export function formatDay(at: Date, zone: string): string {
  const wall = toLocalTime(at, zone);
  return `${dayMonth(wall)} ${wall.year}`;
}

/** "27 Nov": for axes and week labels. */
export function formatDayMonth(at: Date, zone: string): string {
  return dayMonth(toLocalTime(at, zone));
}

/** "Nov 2026" */
export function formatMonth(at: Date, zone: string): string {
  const wall = toLocalTime(at, zone);
  return `${MONTHS[wall.month - 1] ?? ""} ${wall.year}`;
}

/** "today 17:00", "tomorrow 09:30", "yesterday 08:00", "Fri 27 Nov 17:00"; the year only when it is another one. */
export function formatDayTime(at: Date, now: Date, zone: string): string {
  const wall = toLocalTime(at, zone);
  const today = toLocalTime(now, zone);
  const distance = dayNumber(wall) - dayNumber(today);
  if (distance === 0) return `today ${clock(wall)}`;
  if (distance === 1) return `tomorrow ${clock(wall)}`;
  if (distance === -1) return `yesterday ${clock(wall)}`;
  const year = wall.year === today.year ? "" : ` ${wall.year}`;
  return `${weekday(wall)} ${dayMonth(wall)}${year} ${clock(wall)}`;
}

/** "in 2 d 4 h", "3 h 10 m ago", "just now"; beyond 60 days the date. */
export function formatRelative(at: Date, now: Date, zone: string): string {
  const distance = at.getTime() - now.getTime();
  if (Math.abs(distance) > RELATIVE_LIMIT) return formatDay(at, zone);
  if (Math.abs(distance) < MINUTE) return distance > 0 ? "in less than a minute" : "just now";
  const span = formatDuration(Math.abs(distance) >= DAY * 7 ? Math.floor(distance / DAY) * DAY : distance);
  return distance > 0 ? `in ${span}` : `${span} ago`;
}

/** "in 2 d 4 h (Fri 27 Nov 17:00 CET)": a deadline said both ways. */
export function formatDeadline(at: Date, now: Date, zone: string): string {
  return `${formatRelative(at, now, zone)} (${formatDayTime(at, now, zone)} ${formatZone(at, zone)})`;
}
