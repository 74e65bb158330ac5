import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { planNextSteps } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems, saveReopened } from "../item-store.ts";
import { judgeMany } from "../many.ts";
import { assignmentTakenBack } from "../notices.ts";
import { AcknowledgeManyInput } from "../schema.ts";
import { ManyAnswer } from "../view.ts";

export const undoAcknowledgement = defineOperation({
  name: "escalations.undo_acknowledgement",
  summary: "Take your own acknowledgements back within five minutes",
  permission: "escalations.respond",
  effect: "write",
  input: AcknowledgeManyInput,
  output: ManyAnswer,
  async run({ input, actor, now, tx }) {
    const items = await lockItems(tx, input.references);
    const at = await now();
    const { references } = input;
    const { allowed: undone, left } = judgeMany(items, { references, act: "undo_acknowledge", actor, at });
    const done = undone.map(({ reference }) => reference);
    if (done.length === 0) {
      tx.unchanged();
      return { done, left };
    }
    await saveReopened(tx, await planNextSteps(tx, undone, "open"));
    const by = actor.kind === "person" ? actor.userId : null;
    const others = Map.groupBy(
      undone.filter(({ assigneeUserId }) => assigneeUserId !== null && assigneeUserId !== by),
      ({ assigneeUserId }) => assigneeUserId ?? "",
    );
    for (const [userId, theirs] of others) await notify(tx, { ...assignmentTakenBack(theirs), userIds: [userId] });
    await tx.record({
      action: "escalations.acknowledgement_undone",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: done },
    } satisfies EscalationsEvent);
    return { done, left };
  },
});
