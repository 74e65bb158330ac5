// Answers "does it pass?" (VOT-7, VOT-10, both tables): the one deciding function. Used live, at close, by the
// why-sentence and by the execution check; nothing else in the house compares votes with a threshold.
import { leastPart, reaches } from "../kernel/fraction.ts";
import type { Reason } from "../kernel/verdict.ts";
import { deriveQuorum, findInquorate, type InquorateCode } from "./quorum.ts";
import type { DecisionRule, Result, ResultOutcome, Tally, ThresholdState } from "./schema.ts";
import { countBallots, type TallyInput } from "./tally.ts";

export type ResultCode =
  | InquorateCode
  | "voting.quorum_short"
  | "voting.quorum_met"
  | "voting.no_yes"
  | "voting.chair_yes_missing"
  | "voting.others_yes_short"
  | "voting.threshold_short"
  | "voting.threshold_reached";

/** Electorate, ballots and rule to a result. The order of ballots and electors never matters. */
export function evaluateBallots(input: TallyInput, rule: DecisionRule): Result {
  return evaluateResult(countBallots(input), rule);
}

/** The result if voting ended with this tally. Reasons: what stands in the way first, then what is fulfilled. */
export function evaluateResult(tally: Tally, rule: DecisionRule): Result {
  const quorum = deriveQuorum(tally, rule);
  const threshold = deriveThreshold(tally, rule);
  const inquorate = findInquorate(tally, rule).filter((reason) => reason.code !== "voting.quorum_out_of_reach");
  const absent = [
    ...inquorate,
    ...(quorum.isMet ? [] : quorumShort(quorum.short, quorum.required, quorum.participants)),
  ];
  const against = findObjections(tally, rule, threshold);
  const fulfilled: Reason<ResultCode>[] = [];
  if (quorum.isMet) {
    const { participants, required } = quorum;
    fulfilled.push({ code: "voting.quorum_met", facts: { participants, required } });
  }
  if (threshold.isReached) fulfilled.push({ code: "voting.threshold_reached", facts: thresholdFacts(threshold, rule) });
  return {
    outcome: outcomeOf(absent.length > 0, against.length > 0, rule),
    reasons: [...absent, ...against, ...fulfilled],
    quorum,
    threshold,
  };
}

function outcomeOf(isInquorate: boolean, isOpposed: boolean, rule: DecisionRule): ResultOutcome {
  if (isInquorate) return rule.withoutQuorum;
  return isOpposed ? "rejected" : "passed";
}

function quorumShort(short: number, required: number, participants: number): readonly Reason<ResultCode>[] {
  if (short === 0) return [];
  return [{ code: "voting.quorum_short", facts: { short, required, participants } }];
}

/** Yes against the base of the threshold, by cross-multiplication. */
function deriveThreshold(tally: Tally, rule: DecisionRule): ThresholdState {
  const { threshold } = rule;
  const yes = tally.yes.weight;
  const base = threshold.base === "all_entitled" ? tally.entitled.weight : yes + tally.no.weight;
  return {
    yes,
    base,
    required: leastPart(base, threshold, threshold.comparison),
    isReached: yes > 0 && reaches(yes, base, threshold, threshold.comparison),
  };
}

function thresholdFacts(threshold: ThresholdState, rule: DecisionRule) {
  const { numerator, denominator, comparison, base } = rule.threshold;
  const fraction = `${numerator}/${denominator}`;
  return { yes: threshold.yes, of: threshold.base, required: threshold.required, fraction, comparison, base };
}

function findObjections(tally: Tally, rule: DecisionRule, threshold: ThresholdState): readonly Reason<ResultCode>[] {
  const reasons: Reason<ResultCode>[] = [];
  if (tally.yes.weight === 0) reasons.push({ code: "voting.no_yes", facts: {} });
  if (rule.chairPlus !== null) {
    const othersYes = tally.yes.voters - (tally.chair === "yes" ? 1 : 0);
    const required = rule.chairPlus.othersAtLeast;
    if (tally.chair !== "yes") reasons.push({ code: "voting.chair_yes_missing", facts: { chair: tally.chair } });
    if (othersYes < required) reasons.push({ code: "voting.others_yes_short", facts: { othersYes, required } });
  }
  if (!threshold.isReached) reasons.push({ code: "voting.threshold_short", facts: thresholdFacts(threshold, rule) });
  return reasons;
}
