// Answers "when may a mail go out to this person?" (NTF-102 to NTF-105): hours are those of the organisation's time zone,
// over daylight-saving changes too. Walks in quarters of an hour, the finest step that zone offsets have.
import { toLocalTime } from "../kernel/local-time.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { Urgency } from "./schema.ts";

export type MailPreferences = {
  readonly digestHour: number;
  /** Quiet from this hour (inclusive) until that hour (exclusive), over midnight too; null or equal: no quiet hours. */
  readonly quietFromHour: number | null;
  readonly quietUntilHour: number | null;
};

export type MailTime = Verdict<
  "now" | "held",
  | "notifications.critical_ignores_quiet_hours"
  | "notifications.outside_quiet_hours"
  | "notifications.held_for_quiet_hours"
  | "notifications.held_for_digest"
> & { readonly deliverAt: Date };

const QUARTER_MS = 15 * 60_000;
/** Two days of quarters: longer than any quiet time plus any clock change. */
const STEPS = 192;

export function assessMailTime(urgency: Urgency, preferences: MailPreferences, zone: string, at: Date): MailTime {
  if (urgency === "critical") return verdict("now", "notifications.critical_ignores_quiet_hours", at);
  const wantedAt = urgency === "low" ? nextHour(preferences.digestHour, zone, at) : at;
  const deliverAt = afterQuietHours(preferences, zone, wantedAt);
  if (deliverAt > wantedAt) return verdict("held", "notifications.held_for_quiet_hours", deliverAt);
  if (deliverAt > at) return verdict("held", "notifications.held_for_digest", deliverAt);
  return verdict("now", "notifications.outside_quiet_hours", at);
}

export function isQuietHour(hour: number, { quietFromHour: from, quietUntilHour: until }: MailPreferences): boolean {
  if (from === null || until === null || from === until) return false;
  return from < until ? from <= hour && hour < until : from <= hour || hour < until;
}

function afterQuietHours(preferences: MailPreferences, zone: string, at: Date): Date {
  if (!isQuietHour(toLocalTime(at, zone).hour, preferences)) return at;
  const end = quartersAfter(at).find((quarter) => !isQuietHour(toLocalTime(quarter, zone).hour, preferences));
  if (end === undefined) throw new RangeError("Quiet hours without an end");
  return end;
}

/** The next instant at which the local clock reaches the hour; an hour that a clock change skips is its first quarter after. */
function nextHour(hour: number, zone: string, at: Date): Date {
  let before = toLocalTime(at, zone);
  for (const quarter of quartersAfter(at)) {
    const local = toLocalTime(quarter, zone);
    const isNewDay = local.day !== before.day;
    if (local.hour >= hour && (isNewDay || before.hour < hour)) return quarter;
    before = local;
  }
  throw new RangeError(`No hour ${hour} in two days`);
}

function quartersAfter(at: Date): Date[] {
  const first = (Math.floor(at.getTime() / QUARTER_MS) + 1) * QUARTER_MS;
  return Array.from({ length: STEPS }, (_, step) => new Date(first + step * QUARTER_MS));
}

function verdict(outcome: MailTime["outcome"], code: MailTime["reasons"][number]["code"], deliverAt: Date): MailTime {
  return { outcome, reasons: [{ code, facts: { deliverAt: deliverAt.toISOString() } }], deliverAt };
}
