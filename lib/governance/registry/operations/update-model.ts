// Changes facts of a model. Under vote the material ones are locked; after an approval a material change makes it stale,
// which is derived whenever it is asked (REG-5).
import { isTaken } from "../../../db/database-error.ts";
import { Prisma } from "../../../db/generated/client.ts";
import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { mayEdit } from "../access.ts";
import { materialDigestOf } from "../decision-package.ts";
import type { RegistryEvent } from "../events.ts";
import { planModelEdit } from "../model-change.ts";
import { requireOwner } from "../owner-store.ts";
import { refuse } from "../refusals.ts";
import { isChangeable } from "../status.ts";
import { findTwin, lockModel, refreshRiskScore, saveModel, toSavedModel } from "../store.ts";
import { ModelSaved, UpdateModelInput } from "../view.ts";

export const updateModel = defineOperation({
  name: "registry.update_model",
  summary: "Change a model's facts",
  permission: "registry.edit",
  effect: "write",
  input: UpdateModelInput,
  output: ModelSaved,
  async run({ input, actor, now, tx }) {
    const { reference, revision, owner, ...patch } = input;
    const model = await lockModel(tx, reference);
    const at = await now();
    if (!mayEdit(actor, model)) throw refuse("registry.not_own_model", { model: model.reference, act: "change it" });
    if (!isChangeable(model.status)) {
      throw refuse("registry.model_frozen", { model: model.reference, status: model.status });
    }
    if (revision !== undefined && revision !== model.revision) {
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "Model", reference: model.reference });
    }
    const ownerUserId = owner === undefined ? model.ownerUserId : owner && (await requireOwner(tx, owner)).id;
    if (ownerUserId !== model.ownerUserId && !hasRole(actor, "admin")) {
      throw refuse("registry.owner_is_assigned", { owner: owner ?? "nobody" });
    }
    const editor = { by: actor.kind === "person" ? actor.userId : null, isChair: hasRole(actor, "chair"), at };
    const edit = planModelEdit(model, patch, editor);
    if (edit.override?.outcome === "refused") {
      const facts = { model: model.reference, assessed: edit.assessed.outcome, to: patch.tier ?? model.tier };
      throw refuse("registry.tier_lowering_refused", { ...facts, cause: "the chair lowers a tier, with a reason" });
    }
    if (model.lockedByProposal !== null && edit.material.length > 0) {
      const facts = { model: model.reference, proposal: model.lockedByProposal, fields: edit.material };
      throw refuse("registry.model_locked", facts);
    }
    const changed = ownerUserId === model.ownerUserId ? edit.changed : [...edit.changed, "owner"];
    if (changed.length === 0) {
      tx.unchanged();
      return toSavedModel(model);
    }
    const { name, version, unit, tierOverride, tags, ...rest } = edit.after;
    const isRenamed = model.sourceName === null && (changed.includes("name") || changed.includes("version"));
    const twin = isRenamed ? await findTwin(tx, name, version, model.id) : null;
    if (twin !== null) throw refuse("registry.model_exists", { name, version, reference: twin });
    const change = {
      ...rest,
      name,
      version,
      unit,
      // What an inventory said of agency and bureau no longer holds for a unit that a person wrote.
      ...(unit === model.unit ? {} : { agency: unit, bureau: "" }),
      tags: [...tags],
      ownerUserId,
      tierReasons: edit.assessed.reasons as object,
      tierOverride: tierOverride ?? Prisma.DbNull,
      revision: model.revision + 1,
      updatedAt: at,
    };
    const saved = await saveModel(tx, model.id, change).catch((error: unknown) => {
      if (!isTaken(error)) throw error;
      throw refuse("registry.model_exists", { name, version, reference: "another model" });
    });
    const after = await refreshRiskScore(tx, saved, at);
    await tx.record({
      action: "registry.model_changed",
      subject: { type: "model", reference: model.reference },
      details: { fields: changed, tier: after.tier },
      ...(patch.tierReason === undefined ? {} : { personal: { tierReason: patch.tierReason } }),
      beforeDigest: materialDigestOf(model),
      afterDigest: materialDigestOf(after),
    } satisfies RegistryEvent & AuditEvent);
    return toSavedModel(after);
  },
});
