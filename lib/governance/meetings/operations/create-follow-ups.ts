import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { notify } from "../../notifications/store.ts";
import type { MeetingsEvent } from "../events.ts";
import { planFollowUps } from "../follow-ups.ts";
import { FollowUpRequest } from "../schema.ts";
import {
  insertActions,
  isActiveMember,
  loadAdminUserIds,
  loadChairUserIds,
  loadDecisionForUpdate,
  type NewAction,
} from "../store.ts";

export const createFollowUps = defineOperation({
  name: "meetings.create_follow_ups",
  summary: "Create the action items that a decision asks for",
  permission: "system.run",
  effect: "write",
  input: FollowUpRequest,
  output: z.strictObject({ created: z.array(z.string()) }),
  async run({ input, tx }) {
    const { decisionReference, outcome, ownerUserId } = input;
    const decision = await loadDecisionForUpdate(tx, decisionReference);
    if (decision === null) throw refuse("kernel.not_found", { subject: "decision", reference: decisionReference });
    const followUps = planFollowUps(input, decision);
    const assigneeUserId = ownerUserId !== null && (await isActiveMember(tx, ownerUserId)) ? ownerUserId : null;
    const actions: NewAction[] = followUps.map((followUp) => ({
      ...followUp,
      reference: tx.reference("actionItem"),
      sourceReference: decisionReference,
      assigneeUserId,
      modelId: decision.modelId,
    }));
    const created = await insertActions(tx, actions);
    if (created.length === 0) {
      tx.unchanged();
      return { created };
    }
    const isAssigned = assigneeUserId !== null;
    await notify(tx, {
      userIds: isAssigned ? [assigneeUserId] : [...(await loadChairUserIds(tx)), ...(await loadAdminUserIds(tx))],
      kind: isAssigned ? "meetings.action_assigned" : "meetings.action_unassigned",
      title: toTitle(created.length, isAssigned, decision.title),
      body: actions
        .filter((action) => created.includes(action.reference))
        .map((action) => `${action.reference}: ${action.title}`)
        .join("\n"),
      href: "/actions",
      sourceKey: `meetings.follow_ups:${decisionReference}`,
    });
    await tx.record({
      action: "meetings.follow_ups_created",
      subject: { type: "decision", reference: decisionReference },
      details: { decision: decisionReference, outcome, items: created, model: input.modelReference },
    } satisfies MeetingsEvent);
    return { created };
  },
});

function toTitle(count: number, isAssigned: boolean, subject: string): string {
  const items = count === 1 ? "1 follow-up" : `${count} follow-ups`;
  return isAssigned ? `${items} for you: ${subject}` : `${items} without an owner: ${subject}`;
}
