import { defineOperation } from "../../../db/operation.ts";
import { answerItems } from "../../escalations/acknowledgement-store.ts";
import { insertLinks, lockItems } from "../../escalations/item-store.ts";
import { judgeMany } from "../../escalations/many.ts";
import { ManyAnswer } from "../../escalations/view.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { planEscalationReview, sayAssigned } from "../follow-ups.ts";
import { settleReviewTerms } from "../review-terms-store.ts";
import { ScheduleReviewsInput } from "../schema.ts";
import { countOfSources, insertActions } from "../store.ts";

export const scheduleEscalationReviews = defineOperation({
  name: "meetings.schedule_escalation_reviews",
  summary: "Date reviews of several escalations, each as a follow-up of its own; what cannot be is left and named",
  permission: "escalations.respond",
  effect: "write",
  input: ScheduleReviewsInput,
  output: ManyAnswer,
  async run({ input: { references, note, ...input }, actor, now, tx }) {
    const items = await lockItems(tx, references);
    const at = await now();
    const by = actor.kind === "person" ? actor.userId : null;
    const { dueAt, assigneeUserId } = await settleReviewTerms(tx, input, { at, by });
    const { allowed, left } = judgeMany(items, { references, act: "assign", actor, at });
    const done = allowed.map(({ reference }) => reference);
    if (done.length === 0) {
      tx.unchanged();
      return { done, left };
    }
    const counts = await countOfSources(tx, "escalation", done);
    const planned = allowed.map((item) => {
      const reference = tx.reference("actionItem");
      const review = planEscalationReview(item, note, { dueAt, index: counts.get(item.reference) ?? 0 });
      return {
        action: { ...review, reference, sourceReference: item.reference, assigneeUserId, modelId: item.modelId },
        link: { escalationId: item.id, kind: "action_item" as const, reference },
      };
    });
    const actions = planned.map(({ action }) => action);
    const links = planned.map(({ link }) => link);
    await insertActions(tx, actions);
    await insertLinks(tx, links, { at, by });
    await answerItems(tx, allowed, { at, by });
    const told = assigneeUserId === null || assigneeUserId === by ? [] : [assigneeUserId];
    for (const words of sayAssigned(actions)) await notify(tx, { ...words, userIds: told });
    await tx.record({
      action: "meetings.escalation_reviews_scheduled",
      subject: { type: "organization", reference: tx.organizationId },
      details: {
        ...{ escalations: done, actions: links.map(({ reference }) => reference) },
        ...{ dueAt: dueAt.toISOString(), assignee: assigneeUserId },
      },
    } satisfies MeetingsEvent);
    return { done, left };
  },
});
