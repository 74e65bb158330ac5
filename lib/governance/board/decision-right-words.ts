// Answers "what does this decision take, in words?" (BRD-8): for the charter page and whoever reads the charter over HTTP.
import { formatFraction } from "../kernel/fraction.ts";
import { assertNever } from "../kernel/verdict.ts";
import type { BoardAuthority, DecisionRight, QuorumDemand, QuorumRules, Threshold } from "./decision-right.ts";

export type DecisionRightInWords = {
  readonly authority: string;
  readonly passesWhen: string;
  readonly quorum: string;
};

const AUTHORITIES: Readonly<Record<BoardAuthority, string>> = {
  board_vote: "Board vote",
  full_board: "Full board",
  supermajority: "Supermajority",
  chair_plus_two: "Chair plus two",
  chair_ratify: "Chair, ratified by the board",
};

function describeThreshold(threshold: Threshold): string {
  const { numerator, denominator, comparison, base } = threshold;
  const of = base === "all_entitled" ? "all entitled voters" : "yes + no";
  if (numerator === denominator) return base === "all_entitled" ? "every entitled voter says yes" : "nobody says no";
  return `yes is ${comparison === "at_least" ? "at least" : "more than"} ${formatFraction(threshold)} of ${of}`;
}

function describePassing(right: DecisionRight): string {
  const share = describeThreshold(right.threshold);
  switch (right.authority) {
    case "board_vote":
    case "full_board":
    case "supermajority":
      return share;
    case "chair_plus_two":
      return `the chair and at least two others say yes, and ${share}`;
    case "chair_ratify":
      return `the chair decides at once; the board ratifies when ${share}`;
    default:
      return assertNever(right.authority);
  }
}

/** "more than 1/2 of the voting seats in office take part, and at least 2 members are not recused" */
export function describeQuorumRules(rules: QuorumRules): string {
  const of = rules.base === "voting_seats" ? "the voting seats in office" : "the members entitled after recusal";
  return `more than ${formatFraction(rules.ratio)} of ${of} take part, and at least ${rules.minimumNonRecused} members are not recused`;
}

function describeQuorumDemand(demand: QuorumDemand): string {
  switch (demand.source) {
    case "charter":
      return "as for the whole board";
    case "own":
      return `more than ${formatFraction(demand.ratio)} take part`;
    case "none":
      return "none of its own";
    default:
      return assertNever(demand);
  }
}

export function describeDecisionRight(right: DecisionRight): DecisionRightInWords {
  return {
    authority: AUTHORITIES[right.authority],
    passesWhen: describePassing(right),
    quorum: describeQuorumDemand(right.quorum),
  };
}
