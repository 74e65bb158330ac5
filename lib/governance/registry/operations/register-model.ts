// Registers a model by hand: its tier follows from its facts, its owner is who registers it when they own models (REG-116).
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { type Actor, hasRole } from "../../kernel/actor.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { materialDigestOf } from "../decision-package.ts";
import type { RegistryEvent } from "../events.ts";
import { planModelEdit } from "../model-change.ts";
import { isChairOrAppointed, requireOwner } from "../owner-store.ts";
import { refuse } from "../refusals.ts";
import { ModelRegistration } from "../schema.ts";
import { createModel, findTwin, refreshRiskScore } from "../store.ts";
import { UNKNOWN_FACTS } from "../tier.ts";
import { ModelSaved } from "../view.ts";

export const registerModel = defineOperation({
  name: "registry.register_model",
  summary: "Register a model; its tier is assessed from its facts",
  permission: "registry.register",
  effect: "write",
  input: ModelRegistration,
  output: ModelSaved,
  async run({ input, actor, now, tx }) {
    const { owner, name, version, description, unit = "", ...patch } = input;
    const ownerUserId = await chooseOwner(tx, actor, owner);
    const at = await now();
    const blank = { name, version, description, unit, ...UNKNOWN_FACTS, tags: [], tier: "tier_1_low" } as const;
    const editor = { by: actor.kind === "person" ? actor.userId : null, isChair: hasRole(actor, "chair"), at };
    const { after, assessed, override } = planModelEdit({ ...blank, tierOverride: null }, patch, editor);
    if (override?.outcome === "refused") {
      const cause = "the chair lowers a tier, with a reason";
      const to = patch.tier ?? after.tier;
      throw refuse("registry.tier_lowering_refused", { model: name, assessed: assessed.outcome, to, cause });
    }
    const { tierOverride, ...kept } = after;
    const created = await createModel(tx, {
      ...kept,
      tags: [...kept.tags],
      agency: unit,
      ownerUserId,
      tierReasons: assessed.reasons as object,
      tierOverride: tierOverride ?? undefined,
      status: "proposed",
      riskContributions: [],
      stageDates: {},
      createdAt: at,
      updatedAt: at,
    });
    if (created === null) {
      const reference = (await findTwin(tx, name, version)) ?? "another model";
      throw refuse("registry.model_exists", { name, version, reference });
    }
    const model = await refreshRiskScore(tx, created, at);
    await tx.record({
      action: "registry.model_registered",
      subject: { type: "model", reference: model.reference },
      details: {
        tier: model.tier,
        assessedTier: assessed.outcome,
        reasons: assessed.reasons.map(({ code }) => code),
      },
      afterDigest: materialDigestOf(model),
    } satisfies RegistryEvent & AuditEvent);
    const { reference, revision, tier, status, riskScore, tierReasons } = model;
    return { reference, revision, tier, status, riskScore, tierReasons };
  },
});

/** Left out: the registering model owner, else nobody yet. Somebody else is an admin's to name. */
async function chooseOwner(tx: UnitOfWork, actor: Actor, named: string | null | undefined): Promise<string | null> {
  const self = actor.kind === "person" ? actor.userId : null;
  if (named === null) return null;
  if (named === undefined) {
    if (self === null || !hasRole(actor, "model_owner") || (await isChairOrAppointed(tx, self))) return null;
    return (await requireOwner(tx, self)).id;
  }
  const owner = await requireOwner(tx, named);
  if (owner.id !== self && !hasRole(actor, "admin") && actor.kind !== "system") {
    throw refuse("registry.owner_is_assigned", { owner: named });
  }
  return owner.id;
}
