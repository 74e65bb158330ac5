// What carries out one kind of effect (VOT-12): the contract that every file of this folder fills.
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { Actor } from "../../kernel/actor.ts";
import type { StoredModel } from "../../registry/store.ts";
import type { StoredProposal } from "../proposal-store.ts";

export type EffectFacts = {
  /** Locked; null for a subject without one. */
  readonly model: StoredModel | null;
  readonly proposal: StoredProposal;
  /** Reference of the decision that is being recorded. */
  readonly decision: string;
  readonly at: Date;
  /** A person tries again after the first attempt failed. */
  readonly isRetry?: boolean;
};

/** null when done; otherwise the code of what stood in the way, and nothing but a lock has changed. */
export type Applied = string | null;

export type CheckFacts = {
  readonly model: StoredModel | null;
  readonly proposal: StoredProposal;
  readonly actor: Actor;
  readonly at: Date;
};

export type Carrier<Effect> = {
  /** Whether the model takes no other change while the vote is open (REG-5). */
  readonly locksModel: boolean;
  /** Refuses, naming the field, what cannot be proposed or opened now: by this person, on this subject. */
  readonly check?: (tx: UnitOfWork, effect: Effect, facts: CheckFacts) => Promise<void>;
  /** Names and present values that the kind's words use (`KindContext.named`). */
  readonly lookUp?: (tx: UnitOfWork, effect: Effect) => Promise<Readonly<Record<string, string>>>;
  /** Held while the clock is read, before voting ends, where the effect needs more than the model. */
  readonly hold?: (tx: UnitOfWork, effect: Effect) => Promise<void>;
  /** Decided in favour. */
  readonly carryOut: (tx: UnitOfWork, effect: Effect, facts: EffectFacts) => Promise<Applied>;
  /** Rejected, deferred or withdrawn: the subject is as it was before the vote. */
  readonly giveBack: (tx: UnitOfWork, effect: Effect, facts: EffectFacts) => Promise<void>;
  /** In place of `giveBack` where the effect stands already: undoes it, or says what stands in the way (VOT-11). */
  readonly reverse?: (tx: UnitOfWork, effect: Effect, facts: EffectFacts) => Promise<Applied>;
};

export function withModel<Facts extends { readonly model: StoredModel | null }>(
  facts: Facts,
): Facts & { readonly model: StoredModel } {
  const { model } = facts;
  if (model === null) throw new Error("An effect on a model without the model");
  return { ...facts, model };
}
