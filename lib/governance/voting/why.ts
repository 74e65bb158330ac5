// Answers "why this result, and what would change it?" (VOT-9), by asking the deciding function about hypothetical
// ballots. Every search is monotone, so it bisects: about 17 questions for 10,000 electors.

import { findInquorate } from "./quorum.ts";
import { evaluateResult } from "./result.ts";
import { describeRule } from "./rule-sentence.ts";
import type { BallotChange, DecisionRule, Tally, Why } from "./schema.ts";
import { applyBallotChanges } from "./tally.ts";
import { toWhySentence } from "./why-sentence.ts";

/**
 * The result of this tally, the smallest change that turns it, and a sentence. `isFinal`: voting is over, so the change
 * is told as what would have turned it. Changes apply together; an amount in half-votes means "at least".
 */
export function explainResult(tally: Tally, rule: DecisionRule, options: { isFinal: boolean }): Why {
  const result = evaluateResult(tally, rule);
  const changes = result.outcome === "passed" ? findDefeat(tally, rule) : findVictory(tally, rule);
  const inquorate = findInquorate(tally, rule);
  return {
    visibility: "open",
    isFinal: options.isFinal,
    outcome: result.outcome,
    reasons:
      result.outcome === "passed" ? result.reasons : [...inquorate.filter(isNewIn(result.reasons)), ...result.reasons],
    changes,
    sentence: toWhySentence({ tally, rule, result, changes, inquorate, isFinal: options.isFinal }),
  };
}

/**
 * Before close a sealed vote tells the rule and, because recusals are public, whether the board is inquorate by them.
 * INVARIANT: depends on no ballot, not even on how many there are (VOT-13).
 */
export function explainSealed(tally: Tally, rule: DecisionRule): Why {
  const unvoted = withoutBallots(tally);
  const inquorate = findInquorate(unvoted, rule);
  const rest = inquorate.length > 0 ? " These members can no longer decide it." : "";
  return {
    visibility: "sealed",
    isFinal: false,
    outcome: null,
    reasons: inquorate,
    changes: [],
    sentence: `Ballots are sealed until voting ends. ${describeRule(rule, unvoted)}${rest}`,
  };
}

/** The tally that opening would have shown with today's recusals: everybody entitled, nobody has cast. */
export function withoutBallots(tally: Tally): Tally {
  const none = { voters: 0, weight: 0 };
  const hasChair = tally.chair !== "none" && tally.chair !== "recused";
  return {
    yes: none,
    no: none,
    abstain: none,
    lapsed: none,
    waiting: tally.entitled,
    entitled: tally.entitled,
    recused: tally.recused,
    chair: hasChair ? "waiting" : tally.chair,
  };
}

/** Whether these members could still pass it by ballots not yet cast; asked before opening and after a recusal. */
export function canStillPass(tally: Tally, rule: DecisionRule): boolean {
  return passesWith(tally, rule, yesFromWaiting(tally, rule, tally.waiting.weight));
}

function isNewIn(reasons: readonly { readonly code: string }[]) {
  return (reason: { readonly code: string }) => !reasons.some((known) => known.code === reason.code);
}

function passesWith(tally: Tally, rule: DecisionRule, changes: readonly BallotChange[]): boolean {
  return evaluateResult(applyBallotChanges(tally, changes, rule.weightUnit), rule).outcome === "passed";
}

/** Smallest amount in [low, high] for which it holds; null when not even `high` does. `holds` must be monotone. */
function leastAmount(low: number, high: number, holds: (amount: number) => boolean): number | null {
  if (high < low || !holds(high)) return null;
  let below = low - 1;
  let least = high;
  while (least - below > 1) {
    const middle = Math.floor((below + least) / 2);
    if (holds(middle)) least = middle;
    else below = middle;
  }
  return least;
}

/** Fewest no still to come that defeat it; where those cannot, fewest yes turned to no. */
function findDefeat(tally: Tally, rule: DecisionRule): readonly BallotChange[] {
  const noFrom = (from: "waiting" | "yes", amount: number): readonly BallotChange[] => [
    { from, to: "no", amount, includesChair: false },
  ];
  for (const from of ["waiting", "yes"] as const) {
    const amount = leastAmount(1, tally[from].weight, (k) => !passesWith(tally, rule, noFrom(from, k)));
    if (amount !== null) return noFrom(from, amount);
  }
  return [];
}

/**
 * Fewest yes still to come that pass it. Where those cannot: as few of them as the quorum needs, with the fewest
 * changed ballots; then, with every cast ballot changed, the fewest to come. Empty when nothing can.
 */
function findVictory(tally: Tally, rule: DecisionRule): readonly BallotChange[] {
  const waiting = tally.waiting.weight;
  const toCome = leastAmount(1, waiting, (k) => passesWith(tally, rule, yesFromWaiting(tally, rule, k)));
  if (toCome !== null) return yesFromWaiting(tally, rule, toCome);

  const cast = tally.no.weight + tally.abstain.weight;
  const isChairNeeded = rule.chairPlus !== null && tally.chair === "waiting";
  const short = evaluateResult(tally, rule).quorum.short;
  const least = Math.min(waiting, Math.max(short, isChairNeeded ? 1 : 0));
  const both = (came: number, changed: number) => [
    ...yesFromWaiting(tally, rule, came),
    ...yesFromCast(tally, rule, changed),
  ];
  const changed = leastAmount(1, cast, (k) => passesWith(tally, rule, both(least, k)));
  if (changed !== null) return both(least, changed);
  const came = leastAmount(least + 1, waiting, (k) => passesWith(tally, rule, both(k, cast)));
  return came === null ? [] : both(came, cast);
}

function yesFromWaiting(tally: Tally, rule: DecisionRule, amount: number): readonly BallotChange[] {
  if (amount === 0) return [];
  const includesChair = rule.chairPlus !== null && tally.chair === "waiting";
  return [{ from: "waiting", to: "yes", amount, includesChair }];
}

/** Changed ballots, the strongest first: a chair who must say yes, then no, then abstain. */
function yesFromCast(tally: Tally, rule: DecisionRule, amount: number): readonly BallotChange[] {
  const isChairAbstaining = rule.chairPlus !== null && tally.chair === "abstain";
  const isChairAgainst = rule.chairPlus !== null && tally.chair === "no";
  const first = isChairAbstaining ? Math.min(1, amount) : 0;
  const fromNo = Math.min(tally.no.weight, amount - first);
  const fromAbstain = amount - fromNo;
  const changes: BallotChange[] = [];
  if (fromNo > 0) changes.push({ from: "no", to: "yes", amount: fromNo, includesChair: isChairAgainst });
  if (fromAbstain > 0) {
    changes.push({ from: "abstain", to: "yes", amount: fromAbstain, includesChair: isChairAbstaining });
  }
  return changes;
}
