// What carries out one act of a chair (VOT-141): the contract that every file of this folder fills.
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { StoredModel } from "../../registry/store.ts";
import type { Applied } from "./effect-store.ts";

export type ChairActFacts = {
  /** Locked; null for an act that is about none. */
  readonly model: StoredModel | null;
  readonly at: Date;
};

export type ReversalFacts = ChairActFacts & {
  /** A person tries again after the vote's own attempt failed. */
  readonly isRetry?: boolean;
};

export type ChairActCarrier<Input, Act> = {
  /** Refuses, naming the field, what cannot be done now; otherwise the act as it is kept. */
  readonly freeze: (tx: UnitOfWork, input: Input, facts: ChairActFacts) => Promise<Act>;
  /** At once, in the transaction of the decision. */
  readonly takeEffect: (tx: UnitOfWork, act: Act, facts: ChairActFacts) => Promise<void>;
  /** Not ratified: as it was before, or the code of what stands in the way. */
  readonly reverse: (tx: UnitOfWork, act: Act, facts: ReversalFacts) => Promise<Applied>;
};
