// Changes a status where a person may (REG-1). Retiring a tier 1 or 2 model needs the owner and the chair: the first act is
// kept as a request, the second carries it out (REG-115).
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { assertNever } from "../../kernel/verdict.ts";
import { authoritiesOf } from "../access.ts";
import type { RegistryEvent } from "../events.ts";
import { loadTransitionRequest, saveTransitionRequest } from "../owner-store.ts";
import { findProvisionalSuspension } from "../read-store.ts";
import { refuse } from "../refusals.ts";
import { ModelStatus } from "../schema.ts";
import { lockModel, refreshRiskScore, type StoredModel, saveModelStatus } from "../store.ts";
import { planTransition } from "../transition-plan.ts";
import { TransitionDone, TransitionModelInput } from "../view.ts";

type Act = { readonly to: ModelStatus; readonly reason: string; readonly by: string; readonly at: Date };

export const transitionModel = defineOperation({
  name: "registry.transition_model",
  summary: "Change the status of a model",
  permission: "registry.transition",
  effect: "write",
  input: TransitionModelInput,
  output: TransitionDone,
  async run({ input: { reference, to, reason }, actor, now, tx }) {
    const model = await lockModel(tx, reference);
    const request = await loadTransitionRequest(tx, model);
    const at = await now();
    const standing = request === null ? null : { to: ModelStatus.parse(request.to), as: request.requestedAs };
    await requireSettled(tx, model, to);
    const plan = planTransition(model, to, authoritiesOf(actor, model), standing);
    const facts = { model: model.reference, from: model.status, to };
    const act: Act = { to, reason, at, by: actor.kind === "person" ? actor.userId : "" };
    switch (plan.outcome) {
      case "carried":
        await carryOut(tx, model, act, plan.by);
        return { reference: model.reference, status: to, isRequested: false, awaits: null };
      case "requested":
        await keepRequest(tx, model, act, plan);
        return { reference: model.reference, status: model.status, isRequested: true, awaits: plan.awaits };
      case "already_requested":
        tx.unchanged();
        return { reference: model.reference, status: model.status, isRequested: true, awaits: plan.awaits };
      case "impossible":
        throw refuse("registry.transition_refused", { ...facts, allowed: plan.allowed });
      case "board_decides":
        throw refuse("registry.transition_needs_proposal", facts);
      case "chair_decides":
        throw refuse("registry.transition_needs_decision", facts);
      case "others_decide":
        throw refuse("registry.transition_needs_authority", { ...facts, by: plan.by });
      default:
        return assertNever(plan);
    }
  },
});

/** What the chair did provisionally is for the board, or for the chair's taking back, to undo (VOT-147). */
async function requireSettled(tx: UnitOfWork, model: StoredModel, to: ModelStatus): Promise<void> {
  if (model.status !== "suspended" || to === "decommissioned") return;
  const pending = await findProvisionalSuspension(tx, model.reference);
  if (pending !== null) throw refuse("registry.suspension_is_provisional", { model: model.reference, ...pending });
}

async function carryOut(tx: UnitOfWork, model: StoredModel, act: Act, by: readonly string[]): Promise<void> {
  const saved = await saveModelStatus(tx, model.id, { status: act.to, suspendedFrom: null, at: act.at });
  await refreshRiskScore(tx, saved, act.at);
  await tx.record({
    action: "registry.status_changed",
    subject: { type: "model", reference: model.reference },
    details: { from: model.status, to: act.to, by },
    personal: { reason: act.reason },
  } satisfies RegistryEvent & AuditEvent);
}

async function keepRequest(
  tx: UnitOfWork,
  model: StoredModel,
  act: Act,
  half: { readonly as: "owner" | "chair"; readonly awaits: "owner" | "chair" },
): Promise<void> {
  const { to, reason, by: requestedBy, at: requestedAt } = act;
  await saveTransitionRequest(tx, model.id, { to, reason, requestedBy, requestedAs: half.as, requestedAt });
  await tx.record({
    action: "registry.status_change_requested",
    subject: { type: "model", reference: model.reference },
    details: { from: model.status, to, as: half.as, awaits: half.awaits },
    personal: { reason },
  } satisfies RegistryEvent & AuditEvent);
}
