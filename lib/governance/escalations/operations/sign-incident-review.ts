import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { lockItem } from "../item-store.ts";
import { refuse } from "../refusals.ts";
import { findReview, saveSignature } from "../review-store.ts";
import { EscalationReference } from "../schema.ts";
import { ReviewAnswer } from "../view.ts";

export const signIncidentReview = defineOperation({
  name: "escalations.sign_incident_review",
  summary: "Sign the post-incident review as the chair: the digest says exactly what was signed",
  permission: "escalations.triage",
  effect: "write",
  input: z.strictObject({
    reference: EscalationReference,
    digest: z.string().max(64).meta({ description: "The digest of the review that was read" }),
  }),
  output: ReviewAnswer,
  async run({ input, actor, now, tx }) {
    const by = toPersonId(actor);
    const item = await lockItem(tx, input.reference);
    const at = await now();
    const escalation = item.reference;
    const review = await findReview(tx, item.id);
    if (review === null || review.digest !== input.digest) throw refuse("escalations.review_missing", { escalation });
    if (review.signedAt !== null) throw refuse("escalations.review_signed", { escalation });
    await saveSignature(tx, item.id, { at, by });
    await tx.record({
      action: "escalations.incident_review_signed",
      subject: escalationSubject(escalation),
      details: { reviewDigest: review.digest },
    } satisfies EscalationsEvent);
    return { reference: escalation, digest: review.digest, signedAt: at.toISOString() };
  },
});
