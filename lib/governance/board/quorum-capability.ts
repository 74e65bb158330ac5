// Answers "could this board reach a quorum today?" (BRD-4): before any proposal, over the voting seats in office.
// The quorum of one open proposal is voting's, which counts what was frozen when it opened.
import { leastPart } from "../kernel/fraction.ts";
import type { Verdict } from "../kernel/verdict.ts";
import type { QuorumRules } from "./decision-right.ts";
import { hasVotingRights, type Seat } from "./term.ts";

export type QuorumCapability<Member extends Seat = Seat> = Verdict<
  "achievable" | "out_of_reach",
  "board.quorum_achievable" | "board.too_few_voting_members"
> & {
  readonly votingMembers: readonly Member[];
  /** floor(n x ratio) + 1, and never fewer than the members who must not be recused. */
  readonly required: number;
};

export function requiredForQuorum(votingMembers: number, rules: QuorumRules): number {
  return Math.max(leastPart(votingMembers, rules.ratio, "more_than"), rules.minimumNonRecused);
}

export function assessQuorumCapability<Member extends Seat>(
  seats: readonly Member[],
  rules: QuorumRules,
  at: Date,
): QuorumCapability<Member> {
  const votingMembers = seats.filter((seat) => hasVotingRights(seat, at));
  const required = requiredForQuorum(votingMembers.length, rules);
  const spare = votingMembers.length - required;
  const facts = { votingMembers: votingMembers.length, required };
  if (spare < 0) {
    const reasons = [{ code: "board.too_few_voting_members" as const, facts: { ...facts, missing: -spare } }];
    return { outcome: "out_of_reach", reasons, votingMembers, required };
  }
  const reasons = [{ code: "board.quorum_achievable" as const, facts: { ...facts, spare } }];
  return { outcome: "achievable", reasons, votingMembers, required };
}
