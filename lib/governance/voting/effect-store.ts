// Carries out what a decision does to its model, in the closing transaction (REG-1, REG-5, REG-7, VOT-12). One line per
// effect. An effect that has become impossible answers with its cause and changes nothing but the lock.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { createCharterVersion, loadCharterInForce, lockBoard } from "../board/store.ts";
import { assessTransition, isOperational } from "../registry/status.ts";
import {
  applyApproval,
  refreshRiskScore,
  type StoredModel,
  saveModel,
  saveModelStatus,
  setProposalLock,
} from "../registry/store.ts";
import { amendmentOutdated } from "./amendment.ts";
import type { KindEffect } from "./kinds/kind.ts";

export type EffectFacts = {
  /** null for a subject without one. */
  readonly model: StoredModel | null;
  readonly packageId: string | null;
  /** Reference of the decision that is being recorded. */
  readonly decision: string;
  readonly at: Date;
};
type ModelFacts = EffectFacts & { readonly model: StoredModel };

/** null when done; otherwise the code of what stood in the way. */
type Applied = string | null;

type Carrier<Effect> = {
  /** Decided in favour. */
  readonly carryOut: (tx: UnitOfWork, effect: Effect, facts: EffectFacts) => Promise<Applied>;
  /** Rejected, deferred or withdrawn: the model is as it was before the vote. */
  readonly giveBack: (tx: UnitOfWork, facts: EffectFacts) => Promise<void>;
  /** What keeps it from being opened for voting, as a code; left out where nothing can. */
  readonly findObstacle?: (tx: UnitOfWork, effect: Effect, at: Date) => Promise<Applied>;
  /** Held while the clock is read, before voting ends, where the effect needs more than the model. */
  readonly hold?: (tx: UnitOfWork) => Promise<void>;
};

type Carriers = { readonly [Type in KindEffect["type"]]: Carrier<Extract<KindEffect, { type: Type }>> };

const CARRIERS: Carriers = {
  approve_package: {
    carryOut: async (tx, _effect, facts) => {
      const { model, packageId, at } = withModel(facts);
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
    giveBack: async (tx, facts) => {
      const { model, at } = withModel(facts);
      const wasProposed = model.status === "under_review";
      const change = { lockedByProposal: null, updatedAt: at, ...(wasProposed ? { status: "proposed" } : {}) };
      await refreshRiskScore(tx, await saveModel(tx, model.id, change), at);
    },
  },
  change_status: {
    carryOut: async (tx, { to }, facts) => {
      const { model, at } = withModel(facts);
      await setProposalLock(tx, model.id, null);
      const verdict = assessTransition(model, to, ["board_decision"]);
      if (verdict.outcome === "refused") return verdict.reasons[0]?.code ?? "registry.transition_not_possible";
      await refreshRiskScore(tx, await saveModelStatus(tx, model.id, { status: to, suspendedFrom: null, at }), at);
      return null;
    },
    giveBack: async (tx, facts) => setProposalLock(tx, withModel(facts).model.id, null),
  },
  adopt_charter: {
    hold: lockBoard,
    findObstacle: async (tx, { amendment }, at) => amendmentOutdated(amendment, await loadCharterInForce(tx, at)),
    carryOut: async (tx, { amendment }, { decision, at }) => {
      // Whoever opens a vote holds the same row for reading: a vote opens under the one version or under the other.
      await lockBoard(tx);
      const { version, template, content: before } = await loadCharterInForce(tx, at);
      const outdated = amendmentOutdated(amendment, { version, content: before });
      if (outdated !== null) return outdated;
      const { content, summary: description } = amendment;
      const adopted = { version: version + 1, template, content, description, adoptedByDecision: decision };
      await createCharterVersion(tx, { ...adopted, effectiveAt: at });
      return null;
    },
    giveBack: async () => {},
  },
};

function withModel(facts: EffectFacts): ModelFacts {
  const { model } = facts;
  if (model === null) throw new Error("An effect on a model without the model");
  return { ...facts, model };
}

export function carryOut(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<Applied> {
  const carrier = CARRIERS[effect.type] as Carrier<KindEffect>;
  return carrier.carryOut(tx, effect, facts);
}

export function giveBack(tx: UnitOfWork, effect: KindEffect, facts: EffectFacts): Promise<void> {
  return CARRIERS[effect.type].giveBack(tx, facts);
}

/** The code of what keeps a proposal from being opened; null when nothing does. */
export function findObstacle(tx: UnitOfWork, effect: KindEffect, at: Date): Promise<Applied> {
  const carrier = CARRIERS[effect.type] as Carrier<KindEffect>;
  return carrier.findObstacle?.(tx, effect, at) ?? Promise.resolve(null);
}

/** Comes before the clock in every act that may end a vote. */
export async function holdSubject(tx: UnitOfWork, effect: KindEffect): Promise<void> {
  await CARRIERS[effect.type].hold?.(tx);
}
