import { defineOperation } from "../../../db/operation.ts";
import { acknowledgeItems } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems } from "../item-store.ts";
import { judgeMany } from "../many.ts";
import { AcknowledgeManyInput } from "../schema.ts";
import { ManyAnswer } from "../view.ts";

export const acknowledgeEscalations = defineOperation({
  name: "escalations.acknowledge_escalations",
  summary: "Acknowledge several escalations at once; what cannot be is left and named",
  permission: "escalations.respond",
  effect: "write",
  input: AcknowledgeManyInput,
  output: ManyAnswer,
  async run({ input, actor, now, tx }) {
    const items = await lockItems(tx, input.references);
    const at = await now();
    const { references } = input;
    const { allowed: open, left } = judgeMany(items, { references, act: "acknowledge", actor, at });
    const done = open.map(({ reference }) => reference);
    if (done.length === 0) {
      tx.unchanged();
      return { done, left };
    }
    const by = actor.kind === "person" ? actor.userId : null;
    await acknowledgeItems(tx, open, { at, by, assignee: by });
    await tx.record({
      action: "escalations.escalations_acknowledged",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: done, assignee: by ?? "" },
    } satisfies EscalationsEvent);
    return { done, left };
  },
});
