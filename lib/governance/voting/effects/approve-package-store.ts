// A submitted package becomes the approval of its model (REG-5, REG-7).
import { assessTransition, isOperational } from "../../registry/status.ts";
import { applyApproval, refreshRiskScore, saveModel, setProposalLock } from "../../registry/store.ts";
import type { KindEffect } from "../kinds/kind.ts";
import { type Carrier, withModel } from "./effect-store.ts";

export const approvePackage: Carrier<Extract<KindEffect, { type: "approve_package" }>> = {
  locksModel: true,
  carryOut: async (tx, _effect, facts) => {
    const { model, proposal, at } = withModel(facts);
    const { packageId } = proposal;
    if (packageId === null) throw new Error(`A package of ${model.reference} was approved that is not there`);
    const isReviewed = assessTransition(model, "approved", ["approval"]).outcome === "allowed";
    if (!isReviewed && !isOperational(model.status)) {
      // Suspended or taken out of use while its renewal was under vote: an approval does not bring it back.
      await setProposalLock(tx, model.id, null);
      return "registry.transition_not_possible";
    }
    await applyApproval(tx, model, at, packageId);
    return null;
  },
  giveBack: async (tx, _effect, facts) => {
    const { model, at } = withModel(facts);
    const wasProposed = model.status === "under_review";
    const change = { lockedByProposal: null, updatedAt: at, ...(wasProposed ? { status: "proposed" } : {}) };
    await refreshRiskScore(tx, await saveModel(tx, model.id, change), at);
  },
};
