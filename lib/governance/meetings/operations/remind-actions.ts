import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { addDays } from "../../kernel/calendar.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { loadChairUserIds, loadUnremindedActions } from "../store.ts";

const REMIND_DAYS_BEFORE = 3;
const DUE_SOON = "meetings.action_due_soon:";
const OVERDUE = "meetings.action_overdue:";

export const remindActions = defineOperation({
  name: "meetings.remind_actions",
  summary: "Remind people of follow-ups that are due soon or overdue",
  permission: "system.run",
  effect: "write",
  input: z.strictObject({}),
  output: z.strictObject({ dueSoon: z.int(), overdue: z.int() }),
  async run({ now, tx }) {
    const at = await now();
    const chair = await loadChairUserIds(tx);
    const soon = await loadUnremindedActions(tx, {
      dueAfter: at,
      dueUntil: addDays(at, REMIND_DAYS_BEFORE),
      keyPrefix: DUE_SOON,
    });
    for (const item of soon) {
      await notify(tx, {
        userIds: item.assigneeUserId === null ? chair : [item.assigneeUserId],
        kind: "meetings.action_due_soon",
        title: `Due soon: ${item.title}`,
        body: `${item.reference} is due within ${REMIND_DAYS_BEFORE} days`,
        href: "/actions",
        sourceKey: `${DUE_SOON}${item.reference}`,
      });
    }
    const overdue = await loadUnremindedActions(tx, { dueAfter: null, dueUntil: at, keyPrefix: OVERDUE });
    for (const item of overdue) {
      await notify(tx, {
        userIds: item.assigneeUserId === null ? chair : [item.assigneeUserId, ...chair],
        kind: "meetings.action_overdue",
        title: `Overdue: ${item.title}`,
        body: `${item.reference} is past its due date`,
        href: "/actions?isOverdue=true",
        sourceKey: `${OVERDUE}${item.reference}`,
      });
      await tx.publish("meetings.action_overdue", { actionReference: item.reference });
    }
    if (soon.length + overdue.length === 0) tx.unchanged();
    else {
      await tx.record({
        action: "meetings.actions_reminded",
        subject: { type: "organization", reference: tx.organizationId },
        details: { dueSoon: soon.map((item) => item.reference), overdue: overdue.map((item) => item.reference) },
      } satisfies MeetingsEvent);
    }
    return { dueSoon: soon.length, overdue: overdue.length };
  },
});
