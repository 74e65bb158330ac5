import { defineOperation } from "../../../db/operation.ts";
import { withdrawMail } from "../../notifications/store.ts";
import type { EscalationsEvent } from "../events.ts";
import { lockItems, saveResolved } from "../item-store.ts";
import { isOverdue } from "../life.ts";
import { judgeMany } from "../many.ts";
import { loadAnsweredKeys } from "../notice-store.ts";
import { refreshModelRisk } from "../risk-store.ts";
import { ResolveManyInput } from "../schema.ts";
import { ManyAnswer } from "../view.ts";

export const resolveEscalations = defineOperation({
  name: "escalations.resolve_escalations",
  summary:
    "Resolve several escalations with one text; what cannot be, such as for want of its review, is left and named",
  permission: "escalations.respond",
  effect: "write",
  input: ResolveManyInput,
  output: ManyAnswer,
  async run({ input: { references, resolution }, actor, now, tx }) {
    const items = await lockItems(tx, references);
    const at = await now();
    const { allowed, left } = judgeMany(items, { references, act: "resolve", actor, at });
    const done = allowed.map(({ reference }) => reference);
    if (done.length === 0) {
      tx.unchanged();
      return { done, left };
    }
    const by = actor.kind === "person" ? actor.userId : null;
    const ids = allowed.map(({ id }) => id);
    const released = await saveResolved(tx, allowed, { at, by, resolution });
    await withdrawMail(tx, await loadAnsweredKeys(tx, ids));
    const models = allowed.flatMap(({ modelId }) => (modelId === null ? [] : [modelId]));
    await refreshModelRisk(tx, models, at);
    const late = allowed.filter((item) => isOverdue(item, at)).map(({ reference }) => reference);
    await tx.record({
      action: "escalations.escalations_resolved",
      subject: { type: "organization", reference: tx.organizationId },
      details: { escalations: done, late, released },
      personal: { resolution },
    } satisfies EscalationsEvent & { personal: object });
    return { done, left };
  },
});
