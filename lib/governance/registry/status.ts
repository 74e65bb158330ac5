// Answers "may this model go from here to there, and who may send it?" (REG-1).
// The life of a model is data; whatever is not in the table is refused with what is.
import type { Verdict } from "../kernel/verdict.ts";
import type { ModelStatus, Tier } from "./schema.ts";
import { TIERS } from "./tier.ts";

/**
 * Whose act carries a transition. `board_decision`, `chair_decision` (VOT-11) and `automatic_response` are acts on record,
 * not people.
 */
export type Authority =
  | "submission"
  | "withdrawal"
  | "approval"
  | "rejection"
  | "owner"
  | "chair"
  | "board_decision"
  | "chair_decision"
  | "automatic_response";

/** Any one of the lists, each wholly held. */
type Requirement = readonly (readonly Authority[])[];

type Transition = {
  readonly from: ModelStatus;
  readonly to: ModelStatus;
  readonly requires: (tier: Tier) => Requirement;
};

const always = (requirement: Requirement) => () => requirement;
const isCritical = (tier: Tier) => tier === "tier_4_critical";
const decommissioning = (tier: Tier): Requirement =>
  TIERS[tier].needsBoardApproval ? [["board_decision"]] : [["owner", "chair"], ["board_decision"]];
const suspending = always([["chair_decision"], ["board_decision"], ["automatic_response"]]);
const resuming = (tier: Tier): Requirement =>
  isCritical(tier) ? [["board_decision"]] : [["chair"], ["board_decision"]];

const TRANSITIONS: readonly Transition[] = [
  { from: "proposed", to: "under_review", requires: always([["submission"]]) },
  { from: "under_review", to: "approved", requires: always([["approval"]]) },
  { from: "under_review", to: "proposed", requires: always([["rejection"], ["withdrawal"]]) },
  {
    from: "approved",
    to: "active",
    requires: (tier) => (isCritical(tier) ? [["board_decision"]] : [["owner"], ["board_decision"]]),
  },
  { from: "active", to: "deprecated", requires: always([["owner"], ["board_decision"]]) },
  { from: "deprecated", to: "decommissioned", requires: decommissioning },
  { from: "approved", to: "suspended", requires: suspending },
  { from: "active", to: "suspended", requires: suspending },
  { from: "suspended", to: "approved", requires: resuming },
  { from: "suspended", to: "active", requires: resuming },
  { from: "suspended", to: "decommissioned", requires: decommissioning },
];

export function isOperational(status: ModelStatus): boolean {
  return status === "approved" || status === "active";
}

/** No changes allowed in suspended and decommissioned models. */
export function isChangeable(status: ModelStatus): boolean {
  return status !== "suspended" && status !== "decommissioned";
}

export type TransitionSubject = {
  readonly status: ModelStatus;
  /** Where a suspended model came from; null otherwise. */
  readonly suspendedFrom: ModelStatus | null;
  readonly tier: Tier;
};

function transitionsFrom(subject: TransitionSubject): readonly Transition[] {
  return TRANSITIONS.filter(
    ({ from, to }) =>
      from === subject.status && (from !== "suspended" || to === "decommissioned" || to === subject.suspendedFrom),
  );
}

/** What may follow, with who may do it, such as `["owner and chair", "board_decision"]`. */
export function allowedTransitions(
  subject: TransitionSubject,
): readonly { readonly to: ModelStatus; readonly by: readonly string[] }[] {
  return transitionsFrom(subject).map(({ to, requires }) => ({ to, by: requires(subject.tier).map(toPhrase) }));
}

function toPhrase(authorities: readonly Authority[]): string {
  return authorities.join(" and ");
}

export type TransitionVerdict = Verdict<
  "allowed" | "refused",
  "registry.transition_carried_by" | "registry.transition_not_possible" | "registry.transition_needs_authority"
>;

/** `held` names every authority behind this act: the actor's own and the recorded acts of others. */
export function assessTransition(
  subject: TransitionSubject,
  to: ModelStatus,
  held: readonly Authority[],
): TransitionVerdict {
  const facts = { from: subject.status, to, tier: subject.tier };
  const transition = transitionsFrom(subject).find((candidate) => candidate.to === to);
  if (transition === undefined) {
    const allowed = transitionsFrom(subject).map((candidate) => candidate.to);
    return {
      outcome: "refused",
      reasons: [{ code: "registry.transition_not_possible", facts: { ...facts, allowed } }],
    };
  }
  const requirement = transition.requires(subject.tier);
  const carried = requirement.find((authorities) => authorities.every((authority) => held.includes(authority)));
  if (carried === undefined) {
    const by = requirement.map(toPhrase);
    return { outcome: "refused", reasons: [{ code: "registry.transition_needs_authority", facts: { ...facts, by } }] };
  }
  return {
    outcome: "allowed",
    reasons: [{ code: "registry.transition_carried_by", facts: { ...facts, by: carried } }],
  };
}
