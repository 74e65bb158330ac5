// Answers "how many must take part, did they, can they still?" (BRD-4, BRD-5, VOT-7).
// Abstentions take part; recused members do not. Board quorum counts seats, trust-weighted quorum counts weight.
import { leastPart } from "../kernel/fraction.ts";
import type { Reason } from "../kernel/verdict.ts";
import type { DecisionRule, QuorumState, Tally } from "./schema.ts";
import { participants } from "./tally.ts";

/** What the quorum is counted over: seats in office with the recused, without them, or eligible weight. */
export function quorumBase(tally: Tally, rule: DecisionRule): number {
  switch (rule.quorum.base) {
    case "voting_seats":
      return tally.entitled.voters + tally.recused.voters;
    case "entitled_after_recusal":
      return tally.entitled.voters;
    case "eligible_weight":
      return tally.entitled.weight;
  }
}

/** floor(base x ratio) + 1, and never below the least number of members who are not recused; or the plain share. */
export function requiredForQuorum(base: number, quorum: DecisionRule["quorum"]): number {
  if (quorum.formula === "at_least") return leastPart(base, quorum.fraction, "at_least");
  return Math.max(leastPart(base, quorum.fraction, "more_than"), quorum.minimumNonRecused);
}

export function deriveQuorum(tally: Tally, rule: DecisionRule): QuorumState {
  const base = quorumBase(tally, rule);
  const required = requiredForQuorum(base, rule.quorum);
  const unit = rule.quorum.base === "eligible_weight" ? "weight" : "voters";
  const took = participants(tally)[unit];
  const enoughMembers = tally.entitled.voters >= rule.quorum.minimumNonRecused;
  return {
    required,
    participants: took,
    base,
    isMet: enoughMembers && took >= required,
    canBeAchieved: enoughMembers && took + tally.waiting[unit] >= required,
    short: Math.max(0, required - took),
  };
}

export type InquorateCode =
  | "voting.too_few_not_recused"
  | "voting.chair_unavailable"
  | "voting.too_few_besides_chair"
  | "voting.quorum_out_of_reach";

/**
 * Why these members can no longer decide it whatever they cast; empty while they can. The chair's place and the two
 * others of chair_plus_two belong to its quorum: without them the board is inquorate, not opposed (VOT-102).
 */
export function findInquorate(tally: Tally, rule: DecisionRule): readonly Reason<InquorateCode>[] {
  const quorum = deriveQuorum(tally, rule);
  const reasons: Reason<InquorateCode>[] = [];
  const { minimumNonRecused } = rule.quorum;
  if (tally.entitled.voters < minimumNonRecused) {
    const facts = { notRecused: tally.entitled.voters, required: minimumNonRecused };
    reasons.push({ code: "voting.too_few_not_recused", facts });
  } else if (!quorum.canBeAchieved) {
    const reachable = quorum.participants + (rule.weightUnit === "seat" ? tally.waiting.voters : tally.waiting.weight);
    reasons.push({ code: "voting.quorum_out_of_reach", facts: { reachable, required: quorum.required } });
  }
  if (rule.chairPlus !== null) reasons.push(...findMissingChairGroup(tally, rule.chairPlus.othersAtLeast));
  return reasons;
}

function findMissingChairGroup(tally: Tally, othersAtLeast: number): readonly Reason<InquorateCode>[] {
  if (tally.chair === "none" || tally.chair === "recused") {
    return [{ code: "voting.chair_unavailable", facts: { chair: tally.chair } }];
  }
  const others = tally.entitled.voters - 1;
  if (others >= othersAtLeast) return [];
  return [{ code: "voting.too_few_besides_chair", facts: { others, required: othersAtLeast } }];
}
