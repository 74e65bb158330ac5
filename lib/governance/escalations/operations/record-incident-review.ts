import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { answerItems } from "../acknowledgement-store.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { reviewDigest } from "../incident-review.ts";
import { lockItem } from "../item-store.ts";
import { assessAct } from "../life.ts";
import { refusalOf } from "../requirement.ts";
import { INCIDENT_REVIEWED, insertReview } from "../review-store.ts";
import { RecordReviewInput } from "../schema.ts";
import { ReviewAnswer } from "../view.ts";

export const recordIncidentReview = defineOperation({
  name: "escalations.record_incident_review",
  summary: "Record the post-incident review of a high or critical escalation; its actions become follow-ups",
  permission: "escalations.respond",
  effect: "write",
  input: RecordReviewInput,
  output: ReviewAnswer,
  async run({ input: { reference, ...content }, actor, now, tx }) {
    const by = toPersonId(actor);
    const item = await lockItem(tx, reference);
    const at = await now();
    const refused = refusalOf(assessAct(item, "review", actor, at), item, "review", "");
    if (refused !== null) throw refused;
    await answerItems(tx, [item], { at, by });
    const digest = reviewDigest(item.reference, content);
    await insertReview(tx, { escalationId: item.id, content, digest, recordedAt: at, recordedBy: by });
    await tx.publish(INCIDENT_REVIEWED, {
      escalationReference: item.reference,
      title: item.title,
      modelId: item.modelId,
      recordedAt: at.toISOString(),
      actions: content.actions.map(({ text, dueInDays, assignee }) => ({ text, dueInDays, assignee })),
    });
    await tx.record({
      action: "escalations.incident_reviewed",
      subject: escalationSubject(item.reference),
      details: { reviewDigest: digest, actions: content.actions.length },
    } satisfies EscalationsEvent);
    return { reference: item.reference, digest, signedAt: null };
  },
});
