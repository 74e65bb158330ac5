import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { answerItems } from "../../escalations/acknowledgement-store.ts";
import { insertLinks, lockItem } from "../../escalations/item-store.ts";
import { isTheirs } from "../../escalations/life.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { planEscalationReview, sayAssigned } from "../follow-ups.ts";
import { refuse } from "../refusals.ts";
import { settleReviewTerms } from "../review-terms-store.ts";
import { ScheduleReviewInput } from "../schema.ts";
import { countOfSource, insertActions } from "../store.ts";

export const scheduleEscalationReview = defineOperation({
  name: "meetings.schedule_escalation_review",
  summary: "Date a review of an escalation as a follow-up; an open one is acknowledged by that",
  permission: "escalations.respond",
  effect: "write",
  input: ScheduleReviewInput,
  output: z.strictObject({ reference: z.string(), action: z.string(), dueAt: z.iso.datetime() }),
  async run({ input, actor, now, tx }) {
    const item = await lockItem(tx, input.reference);
    const at = await now();
    const { reference: escalation, modelId } = item;
    if (!isTheirs(item, actor)) throw refuse("meetings.not_your_escalation", { escalation });
    if (item.status === "resolved") throw refuse("meetings.escalation_resolved", { escalation });
    const by = actor.kind === "person" ? actor.userId : null;
    const { dueAt, assigneeUserId } = await settleReviewTerms(tx, input, { at, by });
    const index = await countOfSource(tx, "escalation", escalation);
    const planned = planEscalationReview(item, input.note, { dueAt, index });
    const action = tx.reference("actionItem");
    await insertActions(tx, [{ ...planned, reference: action, sourceReference: escalation, assigneeUserId, modelId }]);
    await insertLinks(tx, [{ escalationId: item.id, kind: "action_item", reference: action }], { at, by });
    await answerItems(tx, [item], { at, by });
    if (assigneeUserId !== null && assigneeUserId !== by) {
      const told = sayAssigned([{ reference: action, title: planned.title }]);
      for (const words of told) await notify(tx, { ...words, userIds: [assigneeUserId] });
    }
    await tx.record({
      action: "meetings.escalation_review_scheduled",
      subject: { type: "escalation", reference: escalation },
      details: { action, dueAt: dueAt.toISOString(), assignee: assigneeUserId },
    } satisfies MeetingsEvent);
    return { reference: escalation, action, dueAt: dueAt.toISOString() };
  },
});
