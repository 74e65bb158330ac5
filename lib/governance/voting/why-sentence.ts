// Answers "how is the result told in one sentence?" (VOT-9). Words only: every number comes from the deciding function.
import type { Reason } from "../kernel/verdict.ts";
import type { InquorateCode } from "./quorum.ts";
import { formatAmount } from "./rule-sentence.ts";
import type { BallotChange, DecisionRule, Result, Tally } from "./schema.ts";

type Told = {
  readonly tally: Tally;
  readonly rule: DecisionRule;
  readonly result: Result;
  readonly changes: readonly BallotChange[];
  readonly inquorate: readonly Reason<InquorateCode>[];
  readonly isFinal: boolean;
};

export function toWhySentence(told: Told): string {
  if (told.result.outcome === "passed") return told.isFinal ? tellPassed(told) : tellPassing(told);
  return told.isFinal ? tellFailed(told) : tellFailing(told);
}

function tellPassing(told: Told): string {
  const [change] = told.changes;
  const quorum = told.result.quorum.required > 0 ? "; quorum is met" : "";
  const now = told.rule.effect === "advisory" ? "Would pass as advice now." : "Would pass now.";
  if (change === undefined) return `${now.slice(0, -1)}${quorum}.`;
  if (change.from === "waiting")
    return `${now} ${capitalize(more(change, told))} ${word("no", told)} and it fails${quorum}.`;
  const others =
    told.tally.waiting.voters > 0 ? "Ballots still to come cannot defeat it; it fails if " : "It fails if ";
  return `${now} ${others}${votes(change, told)} ${verb(change, told)} from yes to no${quorum}.`;
}

function tellFailing(told: Told): string {
  const [first] = told.inquorate;
  if (first !== undefined) return `Cannot be decided: ${tellInquorate(first, told)}.`;
  if (told.changes.length === 0) return `Can no longer pass: ${tellObstacle(told)}.`;
  return `${capitalize(needed(told))} needed${quorumClause(told)}.`;
}

function tellPassed(told: Told): string {
  const head = told.rule.effect === "advisory" ? "Passed as advice" : "Passed";
  const [change] = told.changes;
  const said = `${head} with ${score(told)}${turnout(told)}.`;
  if (change === undefined) return said;
  if (change.from === "waiting")
    return `${said} ${capitalize(more(change, told))} ${word("no", told)} would have defeated it.`;
  return `${said} ${capitalize(amountOf(change, told))} yes turned to no would have defeated it.`;
}

function tellFailed(told: Told): string {
  const [inquorate] = told.inquorate.filter((reason) => reason.code !== "voting.quorum_out_of_reach");
  const { quorum, outcome } = told.result;
  const verdict = outcome === "no_quorum" ? "Not decided" : "Rejected";
  const head = told.rule.effect === "advisory" ? `${verdict} (advice)` : verdict;
  if (inquorate !== undefined) return `${head}: ${tellInquorate(inquorate, told)}.`;
  const cause = quorum.isMet ? `${tellObstacle(told)}${turnout(told)}` : `no quorum${turnout(told)}`;
  if (told.changes.length === 0) return `${head}: ${cause}.`;
  return `${head}: ${cause}. ${capitalize(needed(told))} would have passed it.`;
}

/** "2 more yes, the chair's among them, and 1 changed to yes" */
function needed(told: Told): string {
  const parts: string[] = [];
  const chair = told.changes.some((change) => change.includesChair);
  const changed = told.changes.filter((change) => change.from !== "waiting");
  for (const change of told.changes.filter((candidate) => candidate.from === "waiting")) {
    parts.push(`${amountOf(change, told, "digits")} more ${word("yes", told)}`);
  }
  if (changed.length > 0) {
    const from = changed.map((change) => `${amountOf(change, told, "digits")} ${change.from}`).join(" and ");
    parts.push(`${from} changed to yes`);
  }
  return parts.join(" and ") + (chair ? ", the chair's among them," : "");
}

function tellObstacle({ tally, rule, result }: Told): string {
  const unit = rule.weightUnit;
  const codes = new Set(result.reasons.map((reason) => reason.code));
  if (codes.has("voting.no_yes")) return "nobody said yes";
  if (codes.has("voting.chair_yes_missing")) return "the chair did not say yes";
  if (codes.has("voting.others_yes_short")) return "too few besides the chair said yes";
  const { numerator, denominator, comparison, base } = rule.threshold;
  if (numerator === denominator && base === "yes_plus_no") return `${formatAmount(tally.no.weight, unit)} said no`;
  const compared = comparison === "at_least" ? "less than" : "not more than";
  const whole = base === "all_entitled" ? `all ${formatAmount(result.threshold.base, unit)} entitled` : "yes and no";
  const { yes } = result.threshold;
  if (base === "all_entitled")
    return `${formatAmount(yes, unit)} yes is ${compared} ${numerator}/${denominator} of ${whole}`;
  const against = formatAmount(tally.no.weight, unit);
  return `${formatAmount(yes, unit)} yes to ${against} no is ${compared} ${numerator}/${denominator} of ${whole}`;
}

function tellInquorate(reason: Reason<InquorateCode>, told: Told): string {
  const { facts } = reason;
  switch (reason.code) {
    case "voting.too_few_not_recused":
      return `${facts.notRecused} entitled to vote, at least ${facts.required} needed`;
    case "voting.quorum_out_of_reach": {
      const unit = told.rule.weightUnit;
      return `at most ${formatAmount(Number(facts.reachable), unit)} can take part, quorum is ${formatAmount(Number(facts.required), unit)}`;
    }
    case "voting.chair_unavailable":
      return facts.chair === "recused"
        ? "the chair is recused, and the chair's yes is needed"
        : "there is no chair, and the chair's yes is needed";
    case "voting.too_few_besides_chair":
      return `${facts.others} entitled besides the chair, at least ${facts.required} needed`;
  }
}

function score({ tally, rule }: Told): string {
  const unit = rule.weightUnit;
  const abstained = tally.abstain.weight > 0 ? `, ${formatAmount(tally.abstain.weight, unit)} abstaining` : "";
  return `${formatAmount(tally.yes.weight, unit)} yes to ${formatAmount(tally.no.weight, unit)} no${abstained}`;
}

function turnout({ result, rule }: Told): string {
  const { required, participants } = result.quorum;
  if (required === 0) return "";
  const unit = rule.weightUnit;
  const by = unit === "half_vote" ? " by weight" : "";
  return `; ${formatAmount(participants, unit)} took part${by}, ${formatAmount(required, unit)} needed`;
}

function quorumClause({ result, rule }: Told): string {
  const { required, short } = result.quorum;
  if (required === 0) return "";
  return short > 0 ? `; quorum short by ${formatAmount(short, rule.weightUnit)}` : "; quorum is met";
}

function amountOf(change: BallotChange, told: Told, style: "digits" | "in words" = "in words"): string {
  return formatAmount(change.amount, told.rule.weightUnit, style);
}

function more(change: BallotChange, told: Told): string {
  return `${amountOf(change, told)} more`;
}

function votes(change: BallotChange, told: Told): string {
  const isOne = told.rule.weightUnit === "seat" && change.amount === 1;
  return `${amountOf(change, told)} ${isOne ? "vote" : "votes"}`;
}

function word(choice: "yes" | "no", told: Told): string {
  return told.rule.weightUnit === "half_vote" ? `${choice} by weight` : choice;
}

function verb(change: BallotChange, told: Told): string {
  return told.rule.weightUnit === "seat" && change.amount === 1 ? "changes" : "change";
}

function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
