import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { answerItems } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems, saveAssigned } from "../item-store.ts";
import { judgeMany } from "../many.ts";
import { itemsAssigned } from "../notices.ts";
import { isActiveMember } from "../people-store.ts";
import { refuse } from "../refusals.ts";
import { AssignManyInput } from "../schema.ts";
import { ManyAnswer } from "../view.ts";

export const assignEscalations = defineOperation({
  name: "escalations.assign_escalations",
  summary: "Give several escalations to one member at once; what cannot be assigned is left and named",
  permission: "escalations.respond",
  effect: "write",
  input: AssignManyInput,
  output: ManyAnswer,
  async run({ input: { references, assignee }, actor, now, tx }) {
    const items = await lockItems(tx, references);
    const at = await now();
    if (!(await isActiveMember(tx, assignee))) throw refuse("escalations.unknown_member", {});
    const { allowed, left } = judgeMany(items, { references, act: "assign", actor, at });
    const done = allowed.map(({ reference }) => reference);
    const changed = allowed.filter(({ assigneeUserId, status }) => assigneeUserId !== assignee || status === "open");
    if (changed.length === 0) {
      tx.unchanged();
      return { done, left };
    }
    const by = actor.kind === "person" ? actor.userId : null;
    const ids = changed.map(({ id }) => id);
    await answerItems(tx, changed, { at, by });
    await saveAssigned(tx, ids, assignee);
    const told = assignee === by ? [] : itemsAssigned(changed);
    for (const words of told) await notify(tx, { ...words, userIds: [assignee] });
    const from = changed.flatMap(({ reference, assigneeUserId: before }) =>
      before === null || before === assignee ? [] : [[reference, before] as const],
    );
    const escalations = changed.map(({ reference }) => reference);
    await tx.record({
      action: "escalations.escalations_assigned",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations, userId: assignee, from: Object.fromEntries(from) },
    } satisfies EscalationsEvent);
    return { done, left };
  },
});
