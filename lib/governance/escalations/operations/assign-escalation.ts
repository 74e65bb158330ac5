import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { answerItems } from "../acknowledgement-store.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { lockItem, saveAssigned } from "../item-store.ts";
import { assessAct } from "../life.ts";
import { itemAssigned } from "../notices.ts";
import { isActiveMember } from "../people-store.ts";
import { refuse } from "../refusals.ts";
import { refusalOf } from "../requirement.ts";
import { AssignInput } from "../schema.ts";
import { ActAnswer } from "../view.ts";

export const assignEscalation = defineOperation({
  name: "escalations.assign_escalation",
  summary: "Give an escalation to a member to answer for; an open one is acknowledged by that",
  permission: "escalations.respond",
  effect: "write",
  input: AssignInput,
  output: ActAnswer,
  async run({ input: { reference, assignee }, actor, now, tx }) {
    const item = await lockItem(tx, reference);
    const at = await now();
    const refused = refusalOf(assessAct(item, "assign", actor, at), item, "assign", "");
    if (refused !== null) throw refused;
    if (!(await isActiveMember(tx, assignee))) throw refuse("escalations.unknown_member", {});
    const by = actor.kind === "person" ? actor.userId : null;
    if (item.assigneeUserId === assignee && item.status !== "open") {
      tx.unchanged();
      return { reference: item.reference, status: item.status };
    }
    await answerItems(tx, [item], { at, by });
    await saveAssigned(tx, [item.id], assignee);
    if (assignee !== by) await notify(tx, { ...itemAssigned(item), userIds: [assignee] });
    await tx.record({
      action: "escalations.escalation_assigned",
      subject: escalationSubject(item.reference),
      details: { from: item.assigneeUserId, userId: assignee },
    } satisfies EscalationsEvent);
    return { reference: item.reference, status: "acknowledged" as const };
  },
});
