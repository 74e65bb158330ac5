import { defineOperation } from "../../../db/operation.ts";
import { withdrawMail } from "../../notifications/store.ts";
import { type EscalationsEvent, escalationSubject } from "../events.ts";
import { lockItem, saveResolved } from "../item-store.ts";
import { assessAct, isOverdue } from "../life.ts";
import { loadAnsweredKeys } from "../notice-store.ts";
import { refusalOf } from "../requirement.ts";
import { refreshModelRisk } from "../risk-store.ts";
import { ResolveInput } from "../schema.ts";
import { ActAnswer } from "../view.ts";

export const resolveEscalation = defineOperation({
  name: "escalations.resolve_escalation",
  summary: "Resolve an escalation with what was done; high and critical ones after their post-incident review",
  permission: "escalations.respond",
  effect: "write",
  input: ResolveInput,
  output: ActAnswer,
  async run({ input: { reference, resolution }, actor, now, tx }) {
    const item = await lockItem(tx, reference);
    const at = await now();
    const refused = refusalOf(assessAct(item, "resolve", actor, at), item, "resolve", "");
    if (refused !== null) throw refused;
    const by = actor.kind === "person" ? actor.userId : null;
    const released = await saveResolved(tx, [item], { at, by, resolution });
    await withdrawMail(tx, await loadAnsweredKeys(tx, [item.id]));
    await refreshModelRisk(tx, item.modelId === null ? [] : [item.modelId], at);
    const { severity, occurrences } = item;
    await tx.record({
      action: "escalations.escalation_resolved",
      subject: escalationSubject(item.reference),
      details: { severity, occurrences, isLate: isOverdue(item, at), released },
      personal: { resolution },
    } satisfies EscalationsEvent & { personal: object });
    return { reference: item.reference, status: "resolved" as const };
  },
});
