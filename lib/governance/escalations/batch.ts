// Answers "with what does this go out, and when?" (ESC-7): at once, with the next briefing, or gathered hourly for the daily
// summary and daily for the weekly digest. The hours are the organisation's.
import { type Item, kept, type Mark, type Sorted, withMark } from "./item.ts";
import type { EscalationRules } from "./rules.ts";
import { nextDay, nextFullHour, nextHourOf } from "./schedule.ts";
import type { DigestKind } from "./schema.ts";

type Clock = { readonly at: Date; readonly zone: string; readonly rules: EscalationRules };

export type Outing = { readonly collectAt: Date; readonly deliverAt: Date };

/** The next outing of a digest after an instant, and when it is gathered for it. */
export function planOuting(kind: DigestKind, { at, zone, rules }: Clock): Outing {
  const { briefingHour, summaryHour, weeklyDay } = rules;
  if (kind === "next_briefing") {
    const deliverAt = nextHourOf(at, zone, { hour: briefingHour });
    return { collectAt: deliverAt, deliverAt };
  }
  const collectAt = kind === "daily_summary" ? nextFullHour(at, zone) : nextDay(at, zone);
  const when = kind === "daily_summary" ? { hour: summaryHour } : { hour: briefingHour, day: weeklyDay };
  // What is gathered at the hour of the outing itself still goes with it.
  const deliverAt = nextHourOf(new Date(collectAt.getTime() - 1), zone, when);
  return { collectAt, deliverAt };
}

export function batch(items: readonly Item[], clock: Clock): Sorted {
  const outings = new Map<DigestKind, Outing>();
  const outingOf = (kind: DigestKind): Outing => {
    const known = outings.get(kind) ?? planOuting(kind, clock);
    outings.set(kind, known);
    return known;
  };
  return { kept: items.map((item) => batchOne(item, outingOf)), held: [] };
}

function batchOne(item: Item, outingOf: (kind: DigestKind) => Outing): Item {
  const { channel } = item;
  if (channel === "immediate") {
    return withMark(
      { ...item, place: "delivered", collectAt: null, deliverAt: null },
      kept("batch", "escalations.at_once"),
    );
  }
  const outing = outingOf(channel);
  const mark: Mark = {
    ...{ stage: "batch", outcome: "held", code: "escalations.batched" },
    facts: { channel, collectAt: outing.collectAt.toISOString() },
    until: outing.deliverAt.toISOString(),
  };
  return withMark({ ...item, place: "queued", ...outing }, mark);
}
