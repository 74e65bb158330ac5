// Answers "where does a proposal stand?" (VOT-1) from its record, the clock and the tally, by early returns.
// A stored status is only an index: it may lag behind the deadline, this does not.
import { addHours } from "../kernel/calendar.ts";
import type { Verdict } from "../kernel/verdict.ts";
import { evaluateResult } from "./result.ts";
import type { AdvisedDecision, DecisionRule, ProposalStatus, Tally } from "./schema.ts";

export type ProposalRecord = {
  readonly proposerUserId: string;
  /** The four of opening are set together and never change (VOT-3). */
  readonly openedAt: Date | null;
  readonly deadlineAt: Date | null;
  readonly rule: DecisionRule | null;
  readonly subjectDigest: string | null;
  readonly closedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly deferredAt: Date | null;
  readonly cancelledAt: Date | null;
  /** The chair's decision on advice (REG-6). */
  readonly advisedDecision: AdvisedDecision | null;
  /** The last attempt to carry the decision out. */
  readonly execution: "succeeded" | "failed" | null;
  readonly hasConditions: boolean;
};

export type ProposalPhase = "draft" | "open" | "over" | "withdrawn" | "deferred" | "cancelled";

/** Voting is open in [openedAt, deadlineAt): an instant at the deadline is late. */
export function deadlineOf(openedAt: Date, votingHours: number): Date {
  return addHours(openedAt, votingHours);
}

/** The part of the state that needs no tally; enough to judge a ballot. */
export function derivePhase(record: ProposalRecord, now: Date): ProposalPhase {
  if (record.cancelledAt !== null) return "cancelled";
  if (record.withdrawnAt !== null) return "withdrawn";
  if (record.deferredAt !== null) return "deferred";
  if (record.openedAt === null) return "draft";
  if (record.closedAt !== null) return "over";
  return isPastDeadline(record, now) ? "over" : "open";
}

export function isPastDeadline(record: ProposalRecord, now: Date): boolean {
  return record.deadlineAt !== null && now >= record.deadlineAt;
}

/**
 * The status with its reasons. `tally` is looked at only when voting is over; it is null before opening. Once the chair
 * has decided on advice the status says that decision; the advice stays readable as the result (VOT-107).
 * @throws when a proposal whose voting is over has no frozen rule or no tally: a broken record.
 */
export function deriveProposalState(record: ProposalRecord, now: Date, tally: Tally | null): Verdict<ProposalStatus> {
  const phase = derivePhase(record, now);
  if (phase !== "over") return is(phase);
  if (record.execution === "succeeded") return is("executed");
  if (record.execution === "failed") return is("execution_failed");
  if (record.advisedDecision !== null) return is(record.advisedDecision === "approved" ? "passed" : "rejected");
  if (record.rule === null || tally === null) throw new Error("A vote that is over needs its rule and its tally");
  const { outcome, reasons } = evaluateResult(tally, record.rule);
  return { outcome, reasons };
}

function is(status: ProposalStatus): Verdict<ProposalStatus> {
  return { outcome: status, reasons: [{ code: `voting.is_${status}`, facts: {} }] };
}
