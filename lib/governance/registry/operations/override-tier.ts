// Sets another tier than the facts give: upward freely, downward by the chair with a reason (REG-9).
import { Prisma } from "../../../db/generated/client.ts";
import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { mayRaiseTier } from "../access.ts";
import { materialDigestOf } from "../decision-package.ts";
import type { RegistryEvent } from "../events.ts";
import { toOverride, toTierFacts } from "../model-change.ts";
import { refuse } from "../refusals.ts";
import { isChangeable } from "../status.ts";
import { lockModel, refreshRiskScore, saveModel, toSavedModel } from "../store.ts";
import { assessTier, assessTierOverride } from "../tier.ts";
import { ModelSaved, OverrideTierInput } from "../view.ts";

export const overrideTier = defineOperation({
  name: "registry.override_tier",
  summary: "Set another tier: upward freely, downward by the chair with a reason",
  permission: "registry.assess_tier",
  effect: "write",
  input: OverrideTierInput,
  output: ModelSaved,
  async run({ input: { reference, tier: to, reason }, actor, now, tx }) {
    const before = await lockModel(tx, reference);
    const at = await now();
    const model = before.reference;
    if (!mayRaiseTier(actor, before)) throw refuse("registry.not_own_model", { model, act: "set its tier" });
    if (!isChangeable(before.status)) throw refuse("registry.model_frozen", { model, status: before.status });
    const assessed = assessTier(toTierFacts(before)).outcome;
    const isChair = hasRole(actor, "chair");
    const verdict = assessTierOverride({ assessed, current: before.tier, to, isChair, reason });
    if (verdict.outcome === "refused") {
      const cause = isChair ? "a reason is missing" : "you are not the chair";
      throw refuse("registry.tier_lowering_refused", { model, assessed, to, cause });
    }
    if (to === before.tier) {
      tx.unchanged();
      return toSavedModel(before);
    }
    if (before.lockedByProposal !== null) {
      throw refuse("registry.model_locked", { model, proposal: before.lockedByProposal, fields: ["tier"] });
    }
    const by = actor.kind === "person" ? actor.userId : null;
    const override = toOverride(assessed, to, reason, { by, isChair, at });
    const change = { tier: to, tierOverride: override ?? Prisma.DbNull, revision: before.revision + 1, updatedAt: at };
    const after = await refreshRiskScore(tx, await saveModel(tx, before.id, change), at);
    await tx.record({
      action: "registry.tier_overridden",
      subject: { type: "model", reference: model },
      details: { from: before.tier, to, assessedTier: assessed, verdict: verdict.reasons[0]?.code ?? "" },
      personal: { reason },
      beforeDigest: materialDigestOf(before),
      afterDigest: materialDigestOf(after),
    } satisfies RegistryEvent & AuditEvent);
    return toSavedModel(after);
  },
});
