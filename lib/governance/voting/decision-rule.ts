// Answers "which rule decides this proposal?" for every row of both tables (VOT tables, VOT-3, section 15).
// Board rows come from the charter version in force; trust-weighted rows are the same for every organisation.

import type { BoardDecisionKind, DecisionRight, QuorumRules } from "../board/decision-right.ts";
import { STANDARD_DECISION_RIGHTS, STANDARD_QUORUM_RULES } from "../board/decision-right.ts";
import type { TrustLevel } from "../kernel/permission.ts";
import type { DecisionRule, ProposalKind, TrustWeightedKind } from "./schema.ts";
import { ChairDecisionKind, TrustWeightedKind as TrustWeightedKinds } from "./schema.ts";

type FrozenTerms = {
  /** Where the rule comes from, such as `charter 1.0`. */
  readonly version: string;
  readonly effect?: DecisionRule["effect"];
  readonly ballots?: DecisionRule["ballots"];
};

/** Freezes the rule of a board decision from the charter's decision right and quorum rules (VOT-3, BRD-8). */
export function toBoardRule(
  kind: BoardDecisionKind,
  right: DecisionRight,
  quorumRules: QuorumRules,
  terms: FrozenTerms,
): DecisionRule {
  return {
    kind,
    version: terms.version,
    authority: right.authority,
    effect: terms.effect ?? "binding",
    weightUnit: "seat",
    threshold: right.threshold,
    quorum: toQuorum(right, quorumRules),
    chairPlus: right.authority === "chair_plus_two" ? { othersAtLeast: 2 } : null,
    chairVotes: right.authority !== "chair_ratify",
    withoutQuorum: "no_quorum",
    escalates: right.escalates,
    ballots: terms.ballots ?? "open",
  };
}

function toQuorum(right: DecisionRight, rules: QuorumRules): DecisionRule["quorum"] {
  const { base, minimumNonRecused } = rules;
  if (right.quorum.source === "none") {
    return { fraction: { numerator: 0, denominator: 1 }, base, formula: "at_least", minimumNonRecused };
  }
  const fraction = right.quorum.source === "own" ? right.quorum.ratio : rules.ratio;
  return { fraction, base, formula: "floor_plus_one", minimumNonRecused };
}

/** Least trust that may propose each trust-weighted kind. */
export const MINIMUM_TRUST_TO_PROPOSE: Readonly<Record<TrustWeightedKind, TrustLevel>> = {
  configuration: "trusted",
  policy: "trusted",
  trust_adjustment: "trusted",
  overlay_registration: "standard",
  overlay_update: "standard",
  emergency: "core",
};

const TRUST_WEIGHTED_VERSION = "trust-weighted 1";

/** 30 % of the eligible weight takes part, and at least half of yes + no weight says yes. */
export function toTrustWeightedRule(kind: TrustWeightedKind, ballots: DecisionRule["ballots"] = "open"): DecisionRule {
  return {
    kind,
    version: TRUST_WEIGHTED_VERSION,
    authority: "trust_weighted",
    effect: "binding",
    weightUnit: "half_vote",
    threshold: { numerator: 1, denominator: 2, comparison: "at_least", base: "yes_plus_no" },
    quorum: {
      fraction: { numerator: 3, denominator: 10 },
      base: "eligible_weight",
      formula: "at_least",
      minimumNonRecused: 1,
    },
    chairPlus: null,
    chairVotes: true,
    withoutQuorum: "rejected",
    escalates: false,
    ballots,
  };
}

export function isTrustWeighted(kind: ProposalKind): kind is TrustWeightedKind {
  return TrustWeightedKinds.options.some((candidate) => candidate === kind);
}

/** Whether a vote ratifies what the chair did alone: those kinds come before the board in no other way (VOT-11). */
export function isRatification(rule: Pick<DecisionRule, "kind"> | null | undefined): boolean {
  return ChairDecisionKind.options.some((kind) => kind === rule?.kind);
}

/** The rule of a kind under the standard charter: the default, and what the tables of the design say. */
export function standardRule(kind: ProposalKind): DecisionRule {
  if (isTrustWeighted(kind)) return toTrustWeightedRule(kind);
  return toBoardRule(kind, STANDARD_DECISION_RIGHTS[kind], STANDARD_QUORUM_RULES, { version: "standard" });
}
