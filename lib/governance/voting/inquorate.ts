// Answers "why can these members no longer decide it, and what would help?" (BRD-5, VOT-181), by asking the deciding function
// about a board with more members.
import { findInquorate } from "./quorum.ts";
import type { DecisionRule, Tally } from "./schema.ts";

export type InquorateExplanation = {
  readonly reasons: ReturnType<typeof findInquorate>;
  /** Fewest further voting members who would have made it possible; null where heads do not help. */
  readonly membersShort: number | null;
  /** A sentence each. */
  readonly help: readonly string[];
};

const MOST_SEATS = 100;

/** null while they can. Under seal give the tally without ballots (VOT-13). */
export function explainInquorate(tally: Tally, rule: DecisionRule): InquorateExplanation | null {
  const reasons = findInquorate(tally, rule);
  if (reasons.length === 0) return null;
  const membersShort = rule.weightUnit === "seat" ? findMembersShort(tally, rule) : null;
  const help: string[] = [];
  if (isChairMissing(reasons)) help.push("The chair’s vote is required: it takes a chair who does not stand aside.");
  if (membersShort !== null) help.push(sayShort(membersShort));
  help.push(
    "Nobody joins a vote that runs, and no recusal is taken back: defer or withdraw it, and put it forward again when the board can decide it.",
  );
  return { reasons, membersShort, help };
}

function isChairMissing(reasons: readonly { readonly code: string }[]): boolean {
  return reasons.some((reason) => reason.code === "voting.chair_unavailable");
}

function findMembersShort(tally: Tally, rule: DecisionRule): number | null {
  for (let more = 0; more <= MOST_SEATS; more += 1) {
    const left = findInquorate(withMembers(tally, more), rule).filter((reason) => !isChairMissing([reason]));
    if (left.length === 0) return more === 0 ? null : more;
  }
  return null;
}

function withMembers(tally: Tally, more: number): Tally {
  const add = ({ voters, weight }: Tally["waiting"]) => ({ voters: voters + more, weight: weight + more });
  return { ...tally, waiting: add(tally.waiting), entitled: add(tally.entitled) };
}

function sayShort(members: number): string {
  return members === 1
    ? "One more voting member without a conflict of interest would make it possible."
    : `${members} more voting members without a conflict of interest would make it possible.`;
}
