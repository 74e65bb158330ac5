// Answers "what do the calendar and the clock on the wall show there?": days and hours are the organisation's, also over
// daylight-saving changes. Pure: the zone and the instant are arguments.

export type LocalTime = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
};

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(zone: string): Intl.DateTimeFormat {
  const known = formatters.get(zone);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat("en-GB", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });
  formatters.set(zone, made);
  return made;
}

const QUARTER_MS = 15 * 60_000;
/** From here on clocks have been put forward and back at full quarters of an hour only. */
const QUARTERS_SINCE = Date.UTC(1980, 0, 1) / QUARTER_MS;
const MOST_KEPT = 4_096;

/** Zones and quarters that were asked for, with what the clock there is ahead: asking the calendar itself is slow. */
const aheadMs = new Map<string, number>();

/** Throws a RangeError for a zone that does not exist. */
export function toLocalTime(at: Date, zone: string): LocalTime {
  const quarter = Math.floor(at.getTime() / QUARTER_MS);
  if (!(quarter >= QUARTERS_SINCE)) return readCalendar(at, zone);
  const key = `${quarter} ${zone}`;
  const local = new Date(at.getTime() + (aheadMs.get(key) ?? readAhead(key, quarter, zone)));
  return {
    ...{ year: local.getUTCFullYear(), month: local.getUTCMonth() + 1, day: local.getUTCDate() },
    ...{ hour: local.getUTCHours(), minute: local.getUTCMinutes(), second: local.getUTCSeconds() },
  };
}

function readAhead(key: string, quarter: number, zone: string): number {
  const start = quarter * QUARTER_MS;
  const { year, month, day, hour, minute, second } = readCalendar(new Date(start), zone);
  const ahead = Date.UTC(year, month - 1, day, hour, minute, second) - start;
  if (aheadMs.size >= MOST_KEPT) aheadMs.clear();
  aheadMs.set(key, ahead);
  return ahead;
}

function readCalendar(at: Date, zone: string): LocalTime {
  const parts: Record<string, number> = {};
  for (const part of formatterOf(zone).formatToParts(at)) parts[part.type] = Number(part.value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return { year, month, day, hour, minute, second };
}

/** "2026-11-27" */
export function toLocalDate(at: Date, zone: string): string {
  const { year, month, day } = toLocalTime(at, zone);
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
