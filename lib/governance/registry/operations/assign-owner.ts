// Gives models an owner: single ones by reference, or all of a unit or agency; one act, one entry (REG-117).
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { sha256Hex } from "../../kernel/digest.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { notify } from "../../notifications/store.ts";
import type { RegistryEvent } from "../events.ts";
import { lockModelsOf, OWNER_ASSIGNED, requireOwner, saveOwner } from "../owner-store.ts";
import { refuse } from "../refusals.ts";
import { ModelStatus, OwnerAssignment } from "../schema.ts";
import { isChangeable } from "../status.ts";
import { OwnersAssigned } from "../view.ts";

export const assignOwner = defineOperation({
  name: "registry.assign_owner",
  summary: "Give models, or all of a unit or agency, an owner",
  permission: "registry.assign_owner",
  effect: "write",
  input: OwnerAssignment,
  output: OwnersAssigned,
  async run({ input, now, tx }) {
    const owner = input.owner === null ? null : await requireOwner(tx, input.owner);
    const models = await lockModelsOf(tx, input);
    const at = await now();
    if ("models" in input) {
      const found = new Set(models.map(({ reference }) => reference));
      const missing = input.models.find((reference) => !found.has(reference));
      if (missing !== undefined) throw refuseInKernel("kernel.not_found", { subject: "model", reference: missing });
    } else if (models.length === 0) {
      const [subject, reference] = "unit" in input ? ["unit", input.unit] : ["agency", input.agency];
      throw refuseInKernel("kernel.not_found", { subject, reference });
    }
    const frozen = models.filter(({ status }) => !isChangeable(ModelStatus.parse(status)));
    const [named] = "models" in input ? frozen : [];
    if (named !== undefined) {
      throw refuse("registry.model_frozen", { model: named.reference, status: named.status });
    }
    const skipped = frozen.length;
    const ownerUserId = owner?.id ?? null;
    const changeable = models.filter(({ status }) => isChangeable(ModelStatus.parse(status)));
    const assigned = changeable.filter((model) => model.ownerUserId !== ownerUserId);
    const answer = { assigned: assigned.length, unchanged: changeable.length - assigned.length, skipped, owner };
    if (assigned.length === 0) {
      tx.unchanged();
      return answer;
    }
    const ids = assigned.map(({ id }) => id);
    await saveOwner(tx, ids, ownerUserId, at);
    const [only] = assigned.length === 1 ? assigned : [];
    if (owner !== null) {
      const title = only === undefined ? `You now own ${assigned.length} models` : `You now own ${only.reference}`;
      const href = only === undefined ? "/models?owner=me" : `/models/${only.reference}`;
      await notify(tx, { userIds: [owner.id], kind: "registry.owner_assigned", title, href });
      await tx.publish(OWNER_ASSIGNED, {});
    }
    const unit = "unit" in input ? input.unit : null;
    const agency = "agency" in input ? input.agency : null;
    const references = assigned.map(({ reference }) => reference).sort();
    const subject =
      only === undefined
        ? { type: "unit", reference: unit ?? agency ?? `${references.length} models` }
        : { type: "model", reference: only.reference };
    const referencesDigest = sha256Hex(references.join("\n"));
    await tx.record({
      action: "registry.owner_assigned",
      subject,
      details: { models: references.length, skipped, referencesDigest, unit, agency, owner: ownerUserId },
    } satisfies RegistryEvent & AuditEvent);
    return answer;
  },
});
