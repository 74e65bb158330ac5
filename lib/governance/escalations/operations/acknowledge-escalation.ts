import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { acknowledgeItems } from "../acknowledgement-store.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { findPersonName, lockItem } from "../item-store.ts";
import { assessAct } from "../life.ts";
import { itemAssigned } from "../notices.ts";
import { isActiveMember } from "../people-store.ts";
import { refuse } from "../refusals.ts";
import { refusalOf } from "../requirement.ts";
import { AcknowledgeInput } from "../schema.ts";
import { ActAnswer } from "../view.ts";

export const acknowledgeEscalation = defineOperation({
  name: "escalations.acknowledge_escalation",
  summary: "Acknowledge an escalation: somebody answers for it from now on",
  permission: "escalations.respond",
  effect: "write",
  input: AcknowledgeInput,
  output: ActAnswer,
  async run({ input, actor, now, tx }) {
    const item = await lockItem(tx, input.reference);
    const at = await now();
    const verdict = assessAct(item, "acknowledge", actor, at);
    const refused = refusalOf(verdict, item, "acknowledge", await findPersonName(tx, item.acknowledgedBy));
    if (refused !== null) throw refused;
    const by = actor.kind === "person" ? actor.userId : null;
    const assignee = input.assignee ?? by;
    if (assignee !== null && assignee !== by && !(await isActiveMember(tx, assignee))) {
      throw refuse("escalations.unknown_member", {});
    }
    await acknowledgeItems(tx, [item], { at, by, assignee });
    if (assignee !== null && assignee !== by) await notify(tx, { ...itemAssigned(item), userIds: [assignee] });
    await tx.record({
      action: "escalations.escalation_acknowledged",
      subject: escalationSubject(item.reference),
      details: { assignee: assignee ?? "" },
    } satisfies EscalationsEvent);
    return { reference: item.reference, status: "acknowledged" as const };
  },
});
