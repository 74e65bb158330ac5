import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { planOuting } from "../batch.ts";
import { BriefingView, DigestView, toCard } from "../briefing.ts";
import { type CardRow, loadCards, loadHeldBack, loadLastDelivered, loadWaiting } from "../briefing-store.ts";
import { offerSuspension } from "../detail-view.ts";
import { toDigest } from "../digest.ts";
import { loadQueue, loadSummary, toQueueItem } from "../queue-store.ts";
import { loadRules } from "../rules-store.ts";
import type { DigestKind } from "../schema.ts";
import { SEVERITIES } from "../severity-scale.ts";

const MOST_CARDS = 50;

export const readBriefing = defineOperation({
  name: "escalations.read_briefing",
  summary:
    "The chair's briefing: immediate items, decision cards, today's summary, this week's digest, what was held back",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: BriefingView,
  async run({ now, tx }) {
    const at = await now();
    const { name: organization, timeZone } = await loadOrganization(tx);
    const { rules } = await loadRules(tx);
    const clock = { at, zone: timeZone, rules };
    const waiting = async (kind: DigestKind) => ({
      deliverAt: planOuting(kind, clock).deliverAt.toISOString(),
      content: DigestView.parse(toDigest(kind, await loadWaiting(tx, kind, at))),
    });
    const overdue = { isOverdue: true, sort: "severity" as const, limit: MOST_CARDS, after: null };
    return {
      ...{ at: at.toISOString(), organization, timeZone },
      summary: await loadSummary(tx, at),
      immediate: (await loadCards(tx, "immediate", at, MOST_CARDS)).map(toCardOf),
      cards: (await loadCards(tx, "next_briefing", at, MOST_CARDS)).map(toCardOf),
      today: await waiting("daily_summary"),
      week: await waiting("weekly_digest"),
      downgraded: (await loadHeldBack(tx, "downgraded", at, MOST_CARDS)).map(toQueueItem),
      held: (await loadHeldBack(tx, "held", at, MOST_CARDS)).map(toQueueItem),
      overdue: (await loadQueue(tx, overdue, at)).map(toQueueItem),
      delivered: await loadLastDelivered(tx),
    };
  },
});

function toCardOf(row: CardRow) {
  const item = toQueueItem(row);
  const model = item.model === null ? null : { ...item.model, status: row.model_status ?? "" };
  const { needsReview } = SEVERITIES[item.severity];
  return toCard(item, { suspension: offerSuspension(item, model), hasReview: row.has_review, needsReview });
}
