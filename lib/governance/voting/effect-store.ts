// Carries out what a decision does to its model, in the closing transaction (REG-1, REG-5, REG-7, VOT-12). One line per
// effect. An effect that has become impossible answers with its cause and changes nothing but the lock.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { assessTransition, isOperational } from "../registry/status.ts";
import {
  applyApproval,
  refreshRiskScore,
  type StoredModel,
  saveModel,
  saveModelStatus,
  setProposalLock,
} from "../registry/store.ts";
import type { KindEffect } from "./kinds/kind.ts";

export type EffectFacts = {
  readonly model: StoredModel;
  readonly packageId: string | null;
  readonly at: Date;
};

/** null when done; otherwise the code of what stood in the way. */
type Applied = string | null;

type Carrier<Effect> = {
  /** Decided in favour. */
  readonly carryOut: (tx: UnitOfWork, effect: Effect, facts: EffectFacts) => Promise<Applied>;
  /** Rejected, deferred or withdrawn: the model is as it was before the vote. */
  readonly giveBack: (tx: UnitOfWork, facts: EffectFacts) => Promise<void>;
};

type Carriers = { readonly [Type in KindEffect["type"]]: Carrier<Extract<KindEffect, { type: Type }>> };

const CARRIERS: Carriers = {
  approve_package: {
    carryOut: async (tx, _effect, { model, packageId, at }) => {
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
    giveBack: async (tx, { model, at }) => {
      const wasProposed = model.status === "under_review";
      const change = { lockedByProposal: null, updatedAt: at, ...(wasProposed ? { status: "proposed" } : {}) };
      await refreshRiskScore(tx, await saveModel(tx, model.id, change), at);
    },
  },
  change_status: {
    carryOut: async (tx, { to }, { model, at }) => {
      await setProposalLock(tx, model.id, null);
      const verdict = assessTransition(model, to, ["board_decision"]);
      if (verdict.outcome === "refused") return verdict.reasons[0]?.code ?? "registry.transition_not_possible";
      await refreshRiskScore(tx, await saveModelStatus(tx, model.id, { status: to, suspendedFrom: null, at }), at);
      return null;
    },
    giveBack: async (tx, { model }) => setProposalLock(tx, model.id, null),
  },
};

export function carryOut(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<Applied> {
  const carrier = CARRIERS[effect.type] as Carrier<KindEffect>;
  return carrier.carryOut(tx, effect, facts);
}

export function giveBack(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<void> {
  return CARRIERS[effect.type].giveBack(tx, facts);
}
