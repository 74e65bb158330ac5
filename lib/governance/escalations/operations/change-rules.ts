import { defineOperation } from "../../../db/operation.ts";
import { lockOrganization } from "../../identity/store.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { EscalationsEvent } from "../events.ts";
import { type EscalationRules, RulesInput, RulesView } from "../rules.ts";
import { loadRules, saveRules } from "../rules-store.ts";

export const changeRules = defineOperation({
  name: "escalations.change_rules",
  summary: "Set key stages, exempt categories, and the hours of briefing and digests",
  permission: "escalations.settings",
  effect: "write",
  input: RulesInput,
  output: RulesView,
  async run({ input: { revision: seen, ...patch }, actor, now, tx }) {
    await lockOrganization(tx);
    const { rules, revision, updatedAt } = await loadRules(tx);
    const at = await now();
    if (seen !== undefined && seen !== revision) {
      throw refuse("kernel.changed_meanwhile", { subject: "Rules of", reference: "escalations" });
    }
    const after = { ...rules, ...patch } as EscalationRules;
    const fields = (Object.keys(rules) as (keyof EscalationRules)[]).filter(
      (field) => JSON.stringify(after[field]) !== JSON.stringify(rules[field]),
    );
    if (fields.length === 0) {
      tx.unchanged();
      return { ...rules, revision, updatedAt: updatedAt?.toISOString() ?? null };
    }
    const by = actor.kind === "person" ? actor.userId : null;
    await saveRules(tx, after, { revision: revision + 1, at, by });
    await tx.record({
      action: "escalations.rules_changed",
      subject: { type: "organization", reference: tx.organizationId },
      details: { fields, revision: revision + 1 },
    } satisfies EscalationsEvent);
    return { ...after, revision: revision + 1, updatedAt: at.toISOString() };
  },
});
