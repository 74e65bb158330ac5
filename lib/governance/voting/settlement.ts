// Answers "what does the end of a vote write down?" (VOT-8, VOT-10, REG-6): status, outcome, result and the sentence kept
// with the decision. The same for the deadline, the chair's early close, the decision on advice, deferral and withdrawal.
import { type DerivedOutcome, deriveOutcome, isAwaitingChair } from "./outcome.ts";
import { deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import { evaluateResult } from "./result.ts";
import type { ProposalStatus, Result, Tally, Why } from "./schema.ts";
import { explainResult } from "./why.ts";

/** What the ballots said when voting ended, kept with the proposal. */
export type ClosingResult = { readonly tally: Tally; readonly result: Result; readonly why: Why };

export function toClosingResult(record: ProposalRecord, tally: Tally): ClosingResult {
  if (record.rule === null) throw new Error("A vote that ends has a rule");
  const result = evaluateResult(tally, record.rule);
  return { tally, result, why: explainResult(tally, record.rule, { isFinal: true }) };
}

export type Settlement = {
  readonly status: ProposalStatus;
  readonly outcome: DerivedOutcome["outcome"];
  readonly mayProceed: boolean;
  readonly isAwaitingChair: boolean;
};

/** From the record as the act leaves it. */
export function planSettlement(record: ProposalRecord, at: Date, tally: Tally | null): Settlement {
  const status = deriveProposalState(record, at, tally).outcome;
  const { outcome, mayProceed } = deriveOutcome(record, at, tally);
  return { status, outcome, mayProceed, isAwaitingChair: isAwaitingChair(record, status, tally) };
}

/** Why it was decided so, in a sentence or two. */
export function explainSettlement(record: ProposalRecord, closing: ClosingResult | null): string {
  if (record.cancelledAt !== null) return "Cancelled before it was decided.";
  if (record.withdrawnAt !== null) return "Withdrawn before it was decided.";
  if (record.deferredAt !== null) return "Deferred by the chair before the vote ended.";
  if (closing === null) throw new Error("A vote that ended has a result");
  const { sentence } = closing.why;
  if (record.advisedDecision === null) return sentence;
  const advice = closing.result.outcome;
  const decided = record.advisedDecision === "approved" ? "approved" : "rejected";
  const follows = (advice === "passed") === (decided === "approved") && advice !== "no_quorum";
  const how =
    advice === "no_quorum" ? "without the board's advice" : follows ? "following the advice" : "against the advice";
  return `The chair ${decided} it, ${how}. ${sentence}`;
}
