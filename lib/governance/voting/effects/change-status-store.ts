// A model goes where the board sends it (REG-1): out of use for good, into use, or back from suspension.
import { type Actor, hasRole } from "../../kernel/actor.ts";
import { refuse as refuseInRegistry } from "../../registry/refusals.ts";
import { assessTransition } from "../../registry/status.ts";
import { refreshRiskScore, type StoredModel, saveModelStatus, setProposalLock } from "../../registry/store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import { type Carrier, withModel } from "./effect-store.ts";

export const changeStatus: Carrier<Extract<KindEffect, { type: "change_status" }>> = {
  locksModel: true,
  check: async (_tx, { to }, facts) => {
    const { model, actor } = withModel(facts);
    requireOwnModel(model, actor);
    const verdict = assessTransition(model, to, ["board_decision"]);
    if (verdict.outcome === "allowed") return;
    const allowed = verdict.reasons[0]?.facts.allowed;
    throw refuseInRegistry("registry.transition_refused", {
      model: model.reference,
      from: model.status,
      to,
      allowed: Array.isArray(allowed) ? allowed : [],
    });
  },
  carryOut: async (tx, { to }, facts) => {
    const { model, at } = withModel(facts);
    await setProposalLock(tx, model.id, null);
    const verdict = assessTransition(model, to, ["board_decision"]);
    if (verdict.outcome === "refused") return verdict.reasons[0]?.code ?? "registry.transition_not_possible";
    await refreshRiskScore(tx, await saveModelStatus(tx, model.id, { status: to, suspendedFrom: null, at }), at);
    return null;
  },
  giveBack: async (tx, _effect, facts) => setProposalLock(tx, withModel(facts).model.id, null),
};

/** An owner proposes on own models only (ORG: `model_owner`); the board and the admins on any. */
export function requireOwnModel(model: StoredModel, actor: Actor): void {
  const isOwner = actor.kind === "person" && actor.userId === model.ownerUserId;
  const speaksForBoard = (["chair", "board_member", "admin"] as const).some((role) => hasRole(actor, role));
  if (isOwner || speaksForBoard) return;
  throw refuseInRegistry("registry.not_own_model", { model: model.reference, act: "propose this" });
}
