// Keeps a scorecard as far as it is filled in, and answers with the score so far (REG-4). Two tabs do not overwrite each
// other: who saves on an older revision is told.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { toCanonicalJson } from "../../kernel/digest.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { mayEdit } from "../access.ts";
import type { RegistryEvent } from "../events.ts";
import { loadScorecardView } from "../read-store.ts";
import { refuse } from "../refusals.ts";
import { ScorecardView } from "../scorecard-view.ts";
import { isChangeable } from "../status.ts";
import { loadDraft, lockModel, saveDraft } from "../store.ts";
import { SaveScorecardInput } from "../view.ts";

export const saveScorecardDraft = defineOperation({
  name: "registry.save_scorecard_draft",
  summary: "Save the scorecard draft and see the score so far",
  permission: "registry.edit",
  effect: "write",
  input: SaveScorecardInput,
  output: ScorecardView,
  async run({ input, actor, now, tx }) {
    const model = await lockModel(tx, input.reference);
    const { reference } = model;
    const before = await loadDraft(tx, model.id);
    const at = await now();
    if (!mayEdit(actor, model))
      throw refuse("registry.not_own_model", { model: reference, act: "fill in its scorecard" });
    if (!isChangeable(model.status)) throw refuse("registry.model_frozen", { model: reference, status: model.status });
    if (model.lockedByProposal !== null) {
      throw refuse("registry.model_locked", {
        model: reference,
        proposal: model.lockedByProposal,
        fields: ["scorecard"],
      });
    }
    if (input.revision !== undefined && input.revision !== before.revision) {
      throw refuseInKernel("kernel.changed_meanwhile", { subject: "The scorecard of", reference });
    }
    const content = {
      scores: input.scores,
      conditions: input.conditions ?? [],
      votingHours: input.votingHours ?? null,
    };
    const { scores, conditions, votingHours } = before;
    const isSame = before.revision > 0 && toPlainText(content) === toPlainText({ scores, conditions, votingHours });
    if (isSame) {
      tx.unchanged();
      return loadScorecardView(tx, model);
    }
    const updatedBy = actor.kind === "person" ? actor.userId : null;
    await saveDraft(tx, model.id, { ...content, revision: before.revision + 1, updatedAt: at, updatedBy });
    const view = await loadScorecardView(tx, model);
    const scored = view.evaluation.criteria.length - view.evaluation.missing.length;
    await tx.record({
      action: "registry.scorecard_saved",
      subject: { type: "model", reference },
      details: { scored },
    } satisfies RegistryEvent & AuditEvent);
    return view;
  },
});

/** Fields left out and fields undefined are the same. */
function toPlainText(content: unknown): string {
  return toCanonicalJson(JSON.parse(JSON.stringify(content)));
}
