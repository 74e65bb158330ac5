// Answers "where does this proposal stand for this reader, and why?" (VOT-1, VOT-9, VOT-13, BRD-5). Derived from the record,
// the roll and the clock; what the reader may not see is left out here, once, for every screen and the API.
import type { Actor } from "../kernel/actor.ts";
import type { Reason } from "../kernel/verdict.ts";
import { deriveOutcome, isAwaitingChair } from "./outcome.ts";
import { deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import { findInquorate } from "./quorum.ts";
import { evaluateResult } from "./result.ts";
import { type Place, placeOf, type Roll, tallyOf } from "./roll.ts";
import type { DecisionOutcome, DecisionRule, ProposalStatus, Result, Tally, Why } from "./schema.ts";
import type { ClosingResult } from "./settlement.ts";
import { assessVisibility, type Visibility } from "./visibility.ts";
import { explainResult, explainSealed, withoutBallots } from "./why.ts";

export type StandingFacts = {
  readonly record: ProposalRecord;
  readonly roll: Roll;
  /** What was kept when voting ended. */
  readonly closing: ClosingResult | null;
  readonly actor: Actor;
  readonly at: Date;
};

export type Standing = {
  readonly state: ProposalStatus;
  readonly stateReasons: readonly Reason[];
  readonly outcome: DecisionOutcome | null;
  readonly isOver: boolean;
  readonly isAwaitingChair: boolean;
  readonly isInquorate: boolean;
  readonly place: Place;
  readonly visibility: Visibility;
  /** null where the reader may not see it, or there is none. */
  readonly tally: Tally | null;
  readonly result: Result | null;
  readonly why: Why | null;
  /** For verdicts on acts, whatever the reader may see. */
  readonly countedTally: Tally | null;
};

export function deriveStanding(facts: StandingFacts): Standing {
  const { record, roll, closing, actor, at } = facts;
  const { rule } = record;
  const countedTally = closing?.tally ?? (record.openedAt === null ? null : tallyOf(roll));
  const { outcome: state, reasons: stateReasons } = deriveProposalState(record, at, countedTally);
  const isOver = state !== "draft" && state !== "open";
  const place = placeOf(roll, actor.kind === "person" ? actor.userId : null);
  const isSealed = rule?.ballots === "sealed";
  const roles = actor.kind === "person" ? actor.roles : [];
  const visibility = assessVisibility({ isOver, isSealed, place, roles });
  const tally = visibility.tally ? countedTally : null;
  const isVoted = record.withdrawnAt === null && record.deferredAt === null && record.cancelledAt === null;
  const isShown = visibility.tally || (isSealed && place !== "recused");
  return {
    state,
    stateReasons: visibility.tally ? stateReasons : [],
    outcome: deriveOutcome(record, at, countedTally).outcome,
    isOver,
    isAwaitingChair: isAwaitingChair(record, state, countedTally),
    isInquorate: state === "open" && isOutOfReach(rule, countedTally, isSealed),
    place,
    visibility,
    tally,
    result: tally === null || rule === null || !isVoted ? null : evaluateResult(tally, rule),
    why:
      rule === null || countedTally === null || !isVoted || !isShown
        ? null
        : explain(rule, countedTally, facts, isOver),
    countedTally,
  };
}

function explain(rule: DecisionRule, tally: Tally, facts: StandingFacts, isOver: boolean): Why {
  if (facts.closing !== null) return facts.closing.why;
  if (!isOver && rule.ballots === "sealed") return explainSealed(tally, rule);
  return explainResult(tally, rule, { isFinal: isOver });
}

/** A sealed vote tells only what recusals tell (VOT-13). */
function isOutOfReach(rule: DecisionRule | null, tally: Tally | null, isSealed: boolean): boolean {
  if (rule === null || tally === null) return false;
  return findInquorate(isSealed ? withoutBallots(tally) : tally, rule).length > 0;
}

/** Open, entitled and able, and not yet cast. */
export function needsVoteOf(standing: Standing, roll: Roll, userId: string | null): boolean {
  const mine = roll.find((entry) => entry.userId === userId);
  if (mine === undefined || standing.state !== "open") return false;
  return mine.recusal === null && mine.hasRights && mine.ballot === null;
}
