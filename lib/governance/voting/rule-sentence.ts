// Answers "what does it take?" in words, before anybody votes (VOT-7): shown on the ballot page and in sealed votes.
import { formatFraction, leastPart } from "../kernel/fraction.ts";
import { deriveQuorum, quorumBase } from "./quorum.ts";
import type { DecisionRule, Tally } from "./schema.ts";

/** "Passes with more yes than no; a tie fails; 4 of 7 must take part." */
export function describeRule(rule: DecisionRule, tally: Tally): string {
  const clauses = [describeThreshold(rule, tally), describeQuorum(rule, tally)].filter((clause) => clause !== "");
  const verb = rule.effect === "advisory" ? "Advises approval with" : "Passes with";
  return `${verb} ${clauses.join("; ")}.`;
}

function describeThreshold(rule: DecisionRule, tally: Tally): string {
  const { threshold, chairPlus } = rule;
  const isHalf = threshold.numerator * 2 === threshold.denominator;
  if (chairPlus !== null) {
    const others = `at least ${formatAmount(chairPlus.othersAtLeast, "seat", "in words")} others`;
    const isUnopposed = threshold.numerator === threshold.denominator && threshold.base === "yes_plus_no";
    return `the yes of the chair and of ${others}; ${isUnopposed ? "a single no defeats it" : describeShare(rule)}`;
  }
  if (threshold.base === "all_entitled") {
    const needed = leastPart(tally.entitled.weight, threshold, threshold.comparison);
    const all = formatAmount(tally.entitled.weight, rule.weightUnit);
    return `yes from ${formatAmount(needed, rule.weightUnit)} of all ${all} entitled votes (${describeShare(rule)}); silence and abstaining count like no`;
  }
  if (!isHalf) return `yes ${describeShare(rule)} of yes and no`;
  return threshold.comparison === "more_than"
    ? "more yes than no; a tie fails"
    : "at least as many yes as no; a tie passes";
}

function describeShare(rule: DecisionRule): string {
  const words = rule.threshold.comparison === "at_least" ? "at least" : "more than";
  return `${words} ${formatFraction(rule.threshold)}`;
}

function describeQuorum(rule: DecisionRule, tally: Tally): string {
  const { required } = deriveQuorum(tally, rule);
  if (required === 0) return "";
  const unit = rule.quorum.base === "eligible_weight" ? rule.weightUnit : "seat";
  const of = formatAmount(quorumBase(tally, rule), unit);
  return `${formatAmount(required, unit)} of ${of} ${unit === "half_vote" ? "votes by weight " : ""}must take part`;
}

const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

/** Seats as they are, half-votes as votes: 9 -> "4.5". Exact: an integer, or an integer and ".5". */
export function formatAmount(
  amount: number,
  unit: DecisionRule["weightUnit"],
  style: "digits" | "in words" = "digits",
) {
  if (unit === "half_vote") return `${Math.floor(amount / 2)}${amount % 2 === 1 ? ".5" : ""}`;
  return style === "digits" ? String(amount) : (WORDS[amount] ?? String(amount));
}
