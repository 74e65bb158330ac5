import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { planIncidentActions } from "../follow-ups.ts";
import { IncidentActionsRequest } from "../schema.ts";
import { insertActions, isActiveMember, loadAdminUserIds, loadChairUserIds, type NewAction } from "../store.ts";

export const createIncidentActions = defineOperation({
  name: "meetings.create_incident_actions",
  summary: "Create the action items of a post-incident review",
  permission: "system.run",
  effect: "write",
  input: IncidentActionsRequest,
  output: z.strictObject({ created: z.array(z.string()) }),
  async run({ input, tx }) {
    const { escalationReference, modelId } = input;
    const actions: NewAction[] = [];
    for (const planned of planIncidentActions(input)) {
      const { assigneeUserId } = planned;
      const isMember = assigneeUserId !== null && (await isActiveMember(tx, assigneeUserId));
      actions.push({
        ...planned,
        ...{ reference: tx.reference("actionItem"), sourceReference: escalationReference, modelId },
        assigneeUserId: isMember ? assigneeUserId : null,
      });
    }
    const created = await insertActions(tx, actions);
    if (created.length === 0) {
      tx.unchanged();
      return { created };
    }
    const inCharge = [...(await loadChairUserIds(tx)), ...(await loadAdminUserIds(tx))];
    for (const [assignee, items] of Map.groupBy(actions, ({ assigneeUserId }) => assigneeUserId)) {
      await notify(tx, {
        userIds: assignee === null ? inCharge : [assignee],
        kind: assignee === null ? "meetings.action_unassigned" : "meetings.action_assigned",
        title: `Follow-ups ${assignee === null ? "without an owner" : "for you"}: ${input.title}`,
        body: items.map(({ reference, title }) => `${reference}: ${title}`).join("\n"),
        href: "/actions",
        sourceKey: `meetings.incident_actions:${escalationReference}`,
      });
    }
    await tx.record({
      action: "meetings.incident_actions_created",
      subject: { type: "escalation", reference: escalationReference },
      details: { items: created },
    } satisfies MeetingsEvent);
    return { created };
  },
});
