// Answers "where does this proposal stand for this reader, and why?" (VOT-1, VOT-9, VOT-13, BRD-5). Derived from the record,
// the count and the clock; what the reader may not see is left out here, once, for every screen and the API.
import type { Actor } from "../kernel/actor.ts";
import type { Reason } from "../kernel/verdict.ts";
import { compareByHeads, type Heads } from "./heads.ts";
import { deriveOutcome, isAwaitingChair } from "./outcome.ts";
import { deriveProposalState, type ProposalRecord } from "./proposal-state.ts";
import { findInquorate } from "./quorum.ts";
import { evaluateResult } from "./result.ts";
import type { OwnPlace, Place } from "./roll.ts";
import type { DecisionOutcome, DecisionRule, ProposalStatus, Result, Tally, Why } from "./schema.ts";
import type { ClosingResult } from "./settlement.ts";
import { assessVisibility, type Visibility } from "./visibility.ts";
import { explainResult, explainSealed, withoutBallots } from "./why.ts";

export type StandingFacts = {
  readonly record: ProposalRecord;
  /** Of the ballots now; null where there are none to count, because it has not opened. */
  readonly tally: Tally | null;
  /** The reader's. */
  readonly own: Pick<OwnPlace, "place">;
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
  /** One person one vote, beside votes by weight. */
  readonly heads: Heads | null;
  /** For verdicts on acts, whatever the reader may see. */
  readonly countedTally: Tally | null;
};

export function deriveStanding(facts: StandingFacts): Standing {
  const { record, closing, actor, at } = facts;
  const { rule } = record;
  const countedTally = closing?.tally ?? facts.tally;
  const { outcome: state, reasons: stateReasons } = deriveProposalState(record, at, countedTally);
  const isOver = state !== "draft" && state !== "open";
  const { place } = facts.own;
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
    heads: tally === null || rule === null || !isVoted ? null : compareByHeads(tally, rule, { isFinal: isOver }),
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
export function needsVoteOf(standing: Standing, own: OwnPlace): boolean {
  return standing.state === "open" && own.place === "elector" && own.hasRights && own.ballot === null;
}
