// Answers "may this person do that to this proposal now?" (VOT-2, VOT-5, VOT-8, VOT-10, VOT-12, REG-6).
// One judge an act; adding an act adds a line to the table. Asked again under the row lock (VOT-5).
import type { Reason, Verdict } from "../kernel/verdict.ts";
import { isRatification } from "./decision-rule.ts";
import { canChairDecide, deriveOutcome, isAwaitingChair, needsReason } from "./outcome.ts";
import { derivePhase, deriveProposalState, isPastDeadline, type ProposalRecord } from "./proposal-state.ts";
import { findInquorate } from "./quorum.ts";
import { evaluateResult } from "./result.ts";
import type { AdvisedDecision, DecisionRule, ProposalAct, Tally } from "./schema.ts";
import { canStillPass } from "./why.ts";

export type TransitionActor = {
  /** null for the system. */
  readonly userId: string | null;
  readonly isSystem: boolean;
  readonly isAdmin: boolean;
  readonly isChair: boolean;
  /** Recused from this proposal or, as chair, with a conflict of interest in it (VOT-124). */
  readonly isRecused: boolean;
};

export type TransitionFacts = {
  readonly act: ProposalAct;
  readonly record: ProposalRecord;
  readonly now: Date;
  readonly actor: TransitionActor;
  /** The tally now; for `open` the one that opening would freeze. */
  readonly tally: Tally | null;
  /** For `open`: the rule that would be frozen. The other acts use the record's. */
  readonly rule?: DecisionRule;
  readonly reason?: string;
  readonly decision?: AdvisedDecision;
};

export type TransitionCode =
  | "voting.act_allowed"
  | "voting.not_draft"
  | "voting.not_open"
  | "voting.not_proposer"
  | "voting.not_own_draft"
  | "voting.not_chair"
  | "voting.not_admin"
  | "voting.not_system"
  | "voting.chair_recused"
  | "voting.cannot_pass"
  | "voting.already_closed"
  | "voting.votes_outstanding"
  | "voting.reason_required"
  | "voting.not_decided_in_favour"
  | "voting.already_executed"
  | "voting.not_advisory"
  | "voting.advice_already_decided"
  | "voting.advice_not_ready"
  | "voting.ratification_not_deferrable"
  | "voting.not_decider";

export type TransitionVerdict = Verdict<"allowed" | "refused", TransitionCode>;
type Objection = Reason<TransitionCode> | null;

const JUDGES: Readonly<Record<ProposalAct, (facts: TransitionFacts) => Objection>> = {
  edit: judgeEditing,
  open: judgeOpening,
  close: judgeClosing,
  withdraw: judgeWithdrawal,
  defer: judgeDeferral,
  cancel: judgeCancellation,
  execute: judgeExecution,
  decide_advised: judgeAdvisedDecision,
};

export function assessTransition(facts: TransitionFacts): TransitionVerdict {
  const objection = JUDGES[facts.act](facts);
  if (objection !== null) return { outcome: "refused", reasons: [objection] };
  return { outcome: "allowed", reasons: [{ code: "voting.act_allowed", facts: { act: facts.act } }] };
}

/** The words of a draft are its proposer's; an admin opens, withdraws or cancels it as it is (VOT-190). */
function judgeEditing({ record, now, actor }: TransitionFacts): Objection {
  if (!isProposer(record, actor)) return no("voting.not_own_draft");
  const phase = derivePhase(record, now);
  return phase === "draft" ? null : no("voting.not_draft", { state: phase });
}

/** Only the proposer or an admin opens a draft, and only to members who could pass it (VOT-2, VOT-104). */
function judgeOpening({ record, now, actor, tally, rule }: TransitionFacts): Objection {
  if (!isProposer(record, actor) && !actor.isAdmin) return no("voting.not_proposer");
  const phase = derivePhase(record, now);
  if (phase !== "draft") return no("voting.not_draft", { state: phase });
  if (tally === null || rule === undefined) throw new Error("Opening needs the electorate's tally and the rule");
  // The chair's decision is in force whether or not those in office could ratify it (VOT-144).
  if (isRatification(rule)) return null;
  if (canStillPass(tally, rule)) return null;
  return no("voting.cannot_pass", { causes: findInquorate(tally, rule).map((reason) => reason.code) });
}

/**
 * The system at or after the deadline; the chair then too, and earlier once nobody is left to cast (VOT-8). A recused chair
 * is not told whether somebody is (VOT-117), nor anybody under seal how many (VOT-13).
 */
function judgeClosing({ record, now, actor, tally }: TransitionFacts): Objection {
  if (!actor.isChair && !actor.isSystem) return no("voting.not_chair");
  const phase = derivePhase(record, now);
  if (record.closedAt !== null) return no("voting.already_closed");
  if (phase !== "open" && phase !== "over") return no("voting.not_open", { state: phase });
  if (isPastDeadline(record, now)) return null;
  if (actor.isSystem) return no("voting.votes_outstanding", { waiting: tally?.waiting.voters ?? 0 });
  if (actor.isRecused) return no("voting.chair_recused");
  if (tally === null) throw new Error("Closing early needs the tally");
  if (tally.waiting.voters === 0) return null;
  return no("voting.votes_outstanding", { waiting: record.rule?.ballots === "sealed" ? null : tally.waiting.voters });
}

/**
 * The proposer or an admin takes it back while nothing is decided; advice that waits for a chair, who may be gone or have to
 * stand aside, an admin only (VOT-124).
 */
function judgeWithdrawal(facts: TransitionFacts): Objection {
  const { record, now, actor, tally } = facts;
  if (isRatification(record.rule)) return judgeTakingBack(facts);
  if (!isProposer(record, actor) && !actor.isAdmin) return no("voting.not_proposer");
  if (actor.isAdmin && record.closedAt !== null && derivePhase(record, now) === "over") {
    const state = deriveProposalState(record, now, tally).outcome;
    if (isAwaitingChair(record, state, tally)) return judgeReason(facts);
  }
  return judgeUndecided(facts, ["draft", "open"]) ?? judgeReason(facts);
}

/** The chair who decided alone takes it back, which reverses it at once; nobody else does (VOT-143). */
function judgeTakingBack(facts: TransitionFacts): Objection {
  if (!isProposer(facts.record, facts.actor) || !facts.actor.isChair) return no("voting.not_decider");
  return judgeUndecided(facts, ["open"]) ?? judgeReason(facts);
}

function judgeDeferral(facts: TransitionFacts): Objection {
  if (!facts.actor.isChair) return no("voting.not_chair");
  // It would keep a provisional effect alive without the board (VOT-143).
  if (isRatification(facts.record.rule)) return no("voting.ratification_not_deferrable");
  if (facts.actor.isRecused) return no("voting.chair_recused");
  return judgeUndecided(facts, ["open"]) ?? judgeReason(facts);
}

/** An admin, or the system when the subject is gone. */
function judgeCancellation(facts: TransitionFacts): Objection {
  if (!facts.actor.isAdmin && !facts.actor.isSystem) return no("voting.not_admin");
  if (isRatification(facts.record.rule) && !facts.actor.isSystem) return no("voting.not_decider");
  return judgeUndecided(facts, ["draft", "open"]) ?? judgeReason(facts);
}

/**
 * Once, after a decision in favour; a failed attempt is retried by an admin or the chair (VOT-12). What failed may also be
 * the reversal of what was not ratified (VOT-146).
 */
function judgeExecution({ record, now, actor, tally }: TransitionFacts): Objection {
  if (record.execution === "succeeded") return no("voting.already_executed");
  const mayRetry = record.execution === "failed" && (actor.isAdmin || actor.isChair);
  if (!actor.isSystem && !mayRetry) return no("voting.not_system");
  if (record.execution === "failed") return null;
  const { outcome, mayProceed } = deriveOutcome(record, now, tally);
  // A vote whose deadline has come but which nobody has closed has no result on record yet.
  if (mayProceed && record.closedAt !== null) return null;
  return no("voting.not_decided_in_favour", { outcome: record.closedAt === null ? null : outcome });
}

/** The chair, not recused, once the advice is in; with a reason when not following it (REG-6). */
function judgeAdvisedDecision({ record, now, actor, tally, reason, decision }: TransitionFacts): Objection {
  if (!actor.isChair) return no("voting.not_chair");
  if (actor.isRecused) return no("voting.chair_recused");
  if (record.rule === null || record.rule.effect !== "advisory") return no("voting.not_advisory");
  if (record.advisedDecision !== null) return no("voting.advice_already_decided", { decision: record.advisedDecision });
  const state = deriveProposalState(record, now, tally).outcome;
  if (tally !== null && !canChairDecide(record.rule, tally)) return no("voting.chair_recused");
  if (tally === null || record.closedAt === null || !isAwaitingChair(record, state, tally)) {
    return no("voting.advice_not_ready", { state });
  }
  if (decision === undefined) throw new Error("Deciding on advice needs the decision");
  const advice = evaluateResult(tally, record.rule).outcome;
  if (needsReason(advice, decision) && isBlank(reason)) return no("voting.reason_required", { advice, decision });
  return null;
}

function judgeUndecided({ record, now }: TransitionFacts, phases: readonly string[]): Objection {
  const phase = derivePhase(record, now);
  return phases.includes(phase) ? null : no("voting.not_open", { state: phase });
}

function judgeReason({ reason, act }: TransitionFacts): Objection {
  return isBlank(reason) ? no("voting.reason_required", { act }) : null;
}

function isBlank(reason: string | undefined): boolean {
  return reason === undefined || reason.trim() === "";
}

function isProposer(record: ProposalRecord, actor: TransitionActor): boolean {
  return actor.userId !== null && actor.userId === record.proposerUserId;
}

function no(code: TransitionCode, facts: Reason["facts"] = {}): Reason<TransitionCode> {
  return { code, facts };
}
