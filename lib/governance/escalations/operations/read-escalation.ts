import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { offerSuspension, toActs, toImpact, toProtocolView, toTimeline } from "../detail-view.ts";
import { loadPaths } from "../ground-store.ts";
import { fromKeptMark } from "../mark-code.ts";
import { toQueueItem } from "../queue-store.ts";
import { loadActs, loadDetail, loadEpisodes, loadLinks, loadNames, loadSaid, loadTold } from "../read-store.ts";
import { findReview } from "../review-store.ts";
import { EscalationReference, Trigger } from "../schema.ts";
import { EscalationView, MarkView, ReasonView } from "../view.ts";

export const readEscalation = defineOperation({
  name: "escalations.read_escalation",
  summary: "One escalation: score by parts, protocol, who was told when, what it led to, episodes before",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({ reference: EscalationReference }),
  output: EscalationView,
  async run({ input, actor, now, tx }) {
    const at = await now();
    const row = await loadDetail(tx, input.reference, at);
    const item = toQueueItem(row);
    const { severity, status } = item;
    const path = (await loadPaths(tx, [row.charter_version])).get(row.charter_version)?.[severity];
    if (path === undefined) throw new Error(`The charter of ${row.reference} is missing`);
    const told = await loadTold(tx, row.id);
    const review = await findReview(tx, row.id);
    const names = await loadNames(tx, [review?.recordedBy ?? null, review?.signedBy ?? null]);
    const person = (id: string | null, name: string | null) => (id === null ? null : { id, name: name ?? "–" });
    const named = (id: string) => ({ id, name: names.get(id) ?? "–" });
    const raisedBy = person(row.raised_by, row.raised_by_name);
    const model = item.model === null ? null : { ...item.model, status: row.model_status ?? "" };
    const facts = {
      ...{ status, severity, hasReview: review !== null, acknowledgedAt: row.acknowledged_at },
      ...{ acknowledgedBy: row.acknowledged_by, assigneeUserId: row.assignee_id },
      ...{ ownerUserId: row.owner_user_id, leadUserId: row.lead_user_id },
    };
    return {
      ...item,
      ...{ description: row.description, stage: row.stage, raisedBy, told },
      trigger: row.trigger === null ? null : Trigger.parse(row.trigger),
      financialImpactUsd: toImpact(row.impact_cents),
      deadlineAt: row.deadline_at?.toISOString() ?? null,
      parts: z.array(ReasonView).parse(row.parts),
      marks: z.array(MarkView).parse(row.marks.map(fromKeptMark)),
      said: await loadSaid(tx, row.id),
      protocol: toProtocolView(severity, path, { severeSince: row.severe_since, respondBy: row.respond_by }, told),
      timeline: toTimeline({ at: row.raised_at, by: raisedBy, source: row.source }, await loadActs(tx, row), told),
      links: await loadLinks(tx, row.id),
      episodes: await loadEpisodes(tx, row),
      acknowledged:
        row.acknowledged_at === null
          ? null
          : { at: row.acknowledged_at.toISOString(), by: person(row.acknowledged_by, row.acknowledged_by_name) },
      resolved:
        row.resolved_at === null
          ? null
          : {
              at: row.resolved_at.toISOString(),
              by: person(row.resolved_by, row.resolved_by_name),
              resolution: row.resolution ?? "",
            },
      review:
        review === null
          ? null
          : {
              ...review.content,
              digest: review.digest,
              recordedAt: review.recordedAt.toISOString(),
              recordedBy: named(review.recordedBy),
              signed:
                review.signedAt === null || review.signedBy === null
                  ? null
                  : { at: review.signedAt.toISOString(), by: named(review.signedBy) },
            },
      suspension: offerSuspension({ severity, status }, model),
      acts: toActs(facts, actor, at),
    };
  },
});
