import { defineOperation } from "../../../db/operation.ts";
import { acknowledgeItems } from "../acknowledgement-store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems } from "../item-store.ts";
import { assessAct } from "../life.ts";
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
    const judged = items.map((item) => ({ item, verdict: assessAct(item, "acknowledge", actor, at) }));
    const open = judged.filter(({ verdict }) => verdict.outcome === "allowed").map(({ item }) => item);
    const left = judged.flatMap(({ item, verdict }) =>
      verdict.outcome === "allowed" ? [] : [{ reference: item.reference, code: verdict.reasons[0]?.code ?? "" }],
    );
    const known = new Set(items.map(({ reference }) => reference));
    const unknown = [...new Set(input.references)].filter((reference) => !known.has(reference));
    const answer = {
      done: open.map(({ reference }) => reference),
      left: [...left, ...unknown.map((reference) => ({ reference, code: "kernel.not_found" }))],
    };
    if (open.length === 0) {
      tx.unchanged();
      return answer;
    }
    const by = actor.kind === "person" ? actor.userId : null;
    await acknowledgeItems(tx, open, { at, by, assignee: by });
    await tx.record({
      action: "escalations.escalations_acknowledged",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: answer.done, assignee: by ?? "" },
    } satisfies EscalationsEvent);
    return answer;
  },
});
