// Answers "what does this rule mean for the board as it is?" (BRD-113): how many of how many must say yes, and whether
// anybody could meet it at all. `members` is the number of voting seats in office.
import { formatFraction, leastPart } from "../kernel/fraction.ts";
import { assertNever } from "../kernel/verdict.ts";
import type { CharterContent } from "./charter.ts";
import type { DraftProblem, RightMeaning } from "./charter-draft.ts";
import { BoardDecisionKind, CHAIR_DECISION_KINDS, type DecisionRight, type QuorumRules } from "./decision-right.ts";
import { requiredForQuorum } from "./quorum-capability.ts";

/** Who votes when all of them do: a chair does not ratify the own decision (VOT-11). */
function votersOf({ authority }: DecisionRight, members: number): number {
  return authority === "chair_ratify" ? Math.max(0, members - 1) : members;
}

/** Participants a decision of this kind needs, if nobody else is recused. */
function participantsNeeded(right: DecisionRight, rules: QuorumRules, members: number): number {
  const counted = rules.base === "entitled_after_recusal" ? votersOf(right, members) : members;
  switch (right.quorum.source) {
    case "charter":
      return requiredForQuorum(counted, rules);
    case "own":
      return requiredForQuorum(counted, { ...rules, ratio: right.quorum.ratio });
    case "none":
      return rules.minimumNonRecused;
    default:
      return assertNever(right.quorum);
  }
}

/** Yes votes that carry it when all of `voters` cast yes or no. */
function yesNeeded(right: DecisionRight, voters: number): number {
  return leastPart(voters, right.threshold, right.threshold.comparison);
}

export function describeMeaning(kind: BoardDecisionKind, charter: Rules, members: number): RightMeaning {
  const right = charter.decisionRights[kind];
  const problem = isMisplaced(kind, right) ? `${NOT_FOR_THE_CHAIR}.` : findObstacle(right, charter.quorum, members);
  if (problem !== null) return { kind, sentence: problem, isReachable: false };
  return { kind, sentence: `${describeYes(right, charter.quorum, members)}.`, isReachable: true };
}

type Rules = Pick<CharterContent, "decisionRights" | "quorum">;

function describeYes(right: DecisionRight, rules: QuorumRules, members: number): string {
  const voters = votersOf(right, members);
  const yes = yesNeeded(right, voters);
  if (right.authority === "chair_plus_two") {
    const others = Math.max(2, right.threshold.base === "all_entitled" ? yes - 1 : 2);
    const share = right.threshold.numerator === right.threshold.denominator && right.threshold.base === "yes_plus_no";
    return `The chair and ${others} of the ${members - 1} others must say yes${share ? ", and nobody no" : ""}`;
  }
  const must = right.authority === "chair_ratify" ? "The chair decides at once; to ratify, " : "";
  if (right.threshold.base === "all_entitled") return capital(`${must}${yes} of ${voters} must say yes`);
  const quorum = participantsNeeded(right, rules, members);
  const least = yesNeeded(right, quorum);
  const full = `if all ${voters} vote yes or no, ${yes} must say yes`;
  if (quorum >= voters) return capital(`${must}${yes} of ${voters} must say yes, and all ${voters} must take part`);
  const few = right.quorum.source === "none" ? "" : `; with the least quorum of ${quorum}, ${least}`;
  return capital(`${must}${full}${few}`);
}

/** Why nobody could ever meet it, in a sentence; null when somebody can. */
function findObstacle(right: DecisionRight, rules: QuorumRules, members: number): string | null {
  if (right.authority === "chair_plus_two" && members < 3) {
    return `The chair and two others are needed, and the board has ${members} voting ${members === 1 ? "member" : "members"}.`;
  }
  const needed = participantsNeeded(right, rules, members);
  const voters = votersOf(right, members);
  if (needed <= voters && voters > 0) return null;
  const besides = right.authority === "chair_ratify" ? " besides the chair" : "";
  return `${needed} must take part, and the board has ${voters} voting ${voters === 1 ? "member" : "members"}${besides}: nobody could reach this.`;
}

export function describeQuorumMeaning(rules: QuorumRules, members: number): string {
  const needed = requiredForQuorum(members, rules);
  if (needed > members) return `${needed} of ${members} would have to take part: nobody could reach this.`;
  return `${needed} of ${members} must take part.`;
}

/** Rules that the board of today could not meet, at the places where they can be changed. */
export function findOutOfReach(charter: Rules, members: number): DraftProblem[] {
  const needed = requiredForQuorum(members, charter.quorum);
  if (needed > members) {
    const { ratio, minimumNonRecused } = charter.quorum;
    const message = `More than ${formatFraction(ratio)} and at least ${minimumNonRecused} would be ${needed} of ${members} voting members, which nobody could reach; ask for fewer or seat more members first`;
    const path = minimumNonRecused > members ? "minimumNonRecused" : "ratio";
    return [{ section: "quorum", path, code: "out_of_reach", message, candidates: [] }];
  }
  return BoardDecisionKind.options.flatMap((kind) => {
    if (isMisplaced(kind, charter.decisionRights[kind])) return [];
    const message = findObstacle(charter.decisionRights[kind], charter.quorum, members);
    if (message === null) return [];
    return [
      { section: "decisionRights" as const, path: `${kind}.authority`, code: "out_of_reach", message, candidates: [] },
    ];
  });
}

const NOT_FOR_THE_CHAIR =
  "The chair decides alone only on emergency actions and incident responses; choose how the board decides this";

function isMisplaced(kind: BoardDecisionKind, { authority }: DecisionRight): boolean {
  return authority === "chair_ratify" && !CHAIR_DECISION_KINDS.some((own) => own === kind);
}

/** Kinds that the draft gives to the chair alone though nothing lets a chair decide them (VOT-140). */
export function findMisplaced({ decisionRights }: Pick<CharterContent, "decisionRights">): DraftProblem[] {
  const message = NOT_FOR_THE_CHAIR;
  return BoardDecisionKind.options
    .filter((kind) => isMisplaced(kind, decisionRights[kind]))
    .map((kind) => {
      const path = `${kind}.authority`;
      return { section: "decisionRights" as const, path, code: "not_for_the_chair_alone", message, candidates: [] };
    });
}

const capital = (sentence: string) => sentence.charAt(0).toUpperCase() + sentence.slice(1);
