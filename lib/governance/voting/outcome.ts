// Answers "what has been decided about the subject?" (VOT-10, REG-6): a result, a chair's decision on advice, or an act.
import type { Reason } from "../kernel/verdict.ts";
import { isRatification } from "./decision-rule.ts";
import { deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import type { AdvisedDecision, DecisionOutcome, DecisionRule, ProposalStatus, ResultOutcome, Tally } from "./schema.ts";

export type DerivedOutcome = {
  /** null while nothing is decided. */
  readonly outcome: DecisionOutcome | null;
  /** Conditional and deferred create action items (VOT-10). */
  readonly needsFollowUp: boolean;
  /** Approved and conditional let the subject proceed. */
  readonly mayProceed: boolean;
  readonly reasons: readonly Reason[];
};

/** The decision, from the same record, clock and tally as the state. */
export function deriveOutcome(record: ProposalRecord, now: Date, tally: Tally | null): DerivedOutcome {
  const state = deriveProposalState(record, now, tally);
  if (isAwaitingChair(record, state.outcome, tally)) {
    return toOutcome(null, [{ code: "voting.awaits_chair", facts: {} }]);
  }
  // Whether it was carried out, or could be, decides nothing about the subject.
  const decided = deriveProposalState({ ...record, execution: null }, now, tally);
  const outcome = toDecisionOutcome(decided.outcome, record);
  if (outcome === null) return toOutcome(null, [{ code: "voting.undecided", facts: { state: state.outcome } }]);
  if (record.advisedDecision !== null) {
    return toOutcome(outcome, [{ code: "voting.decided_by_chair", facts: { decision: record.advisedDecision } }]);
  }
  if (record.rule?.effect === "advisory") {
    return toOutcome(outcome, [{ code: "voting.no_chair_to_decide", facts: {} }, ...state.reasons]);
  }
  return toOutcome(outcome, state.reasons);
}

/** Advice waits for the chair, unless the chair is recused or vacant: then the board's vote decides (VOT-106). */
export function isAwaitingChair(record: ProposalRecord, state: ProposalStatus, tally: Tally | null): boolean {
  const isOver = state === "passed" || state === "rejected" || state === "no_quorum";
  return isOver && record.advisedDecision === null && record.rule !== null && canChairDecide(record.rule, tally);
}

export function canChairDecide(rule: DecisionRule, tally: Tally | null): boolean {
  return rule.effect === "advisory" && tally !== null && tally.chair !== "recused" && tally.chair !== "none";
}

/** Against advice, or without any (no quorum), the chair must say why (REG-6, VOT-108). */
export function needsReason(advice: ResultOutcome, decision: AdvisedDecision): boolean {
  switch (advice) {
    case "passed":
      return decision !== "approved";
    case "rejected":
      return decision !== "rejected";
    case "no_quorum":
      return true;
  }
}

function toDecisionOutcome(state: ProposalStatus, record: ProposalRecord): DecisionOutcome | null {
  switch (state) {
    case "draft":
    case "open":
      return null;
    case "passed":
    case "executed":
    case "execution_failed":
      return record.hasConditions ? "conditional" : "approved";
    case "rejected":
      return "rejected";
    case "no_quorum":
      // What the chair did provisionally does not go on because nobody came (VOT-142).
      return isRatification(record.rule) ? "rejected" : "deferred";
    case "deferred":
      return "deferred";
    case "withdrawn":
    case "cancelled":
      return "withdrawn";
  }
}

function toOutcome(outcome: DecisionOutcome | null, reasons: DerivedOutcome["reasons"]): DerivedOutcome {
  return {
    outcome,
    needsFollowUp: outcome === "conditional" || outcome === "deferred",
    mayProceed: outcome === "approved" || outcome === "conditional",
    reasons,
  };
}
