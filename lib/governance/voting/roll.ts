// Answers "who is on the roll of this proposal, and what have they cast?" (VOT-3, BRD-5): the frozen electorate with
// recusals and the latest ballots, and the tally that follows from it.
import type { BoardRole } from "../board/schema.ts";
import type { Elector, Electorate, RecusedElector } from "./electorate.ts";
import type { Choice, RecusalBasis, Tally } from "./schema.ts";
import { countBallots } from "./tally.ts";

export type RollBallot = {
  readonly choice: Choice;
  readonly reasoning: string;
  readonly castAt: Date;
  readonly castNumber: number;
  readonly subjectDigest: string;
  readonly salt: string;
  readonly receiptDigest: string;
};

export type RollEntry = {
  readonly userId: string;
  readonly name: string;
  readonly seatRole: BoardRole | null;
  readonly weight: number;
  readonly isChair: boolean;
  /** Whether the right that put the person on the roll still holds. */
  readonly hasRights: boolean;
  readonly recusal: {
    readonly at: Date;
    readonly basis: RecusalBasis;
    readonly reason: string;
    readonly by: { readonly id: string; readonly name: string } | null;
  } | null;
  readonly ballot: RollBallot | null;
};

export type Roll = readonly RollEntry[];

export function toElectorate(roll: Roll): Electorate {
  const electors: Elector[] = [];
  const recused: RecusedElector[] = [];
  for (const { userId, weight, isChair, recusal } of roll) {
    if (recusal === null) electors.push({ userId, weight, isChair });
    else recused.push({ userId, weight, isChair, recusal: { userId, basis: recusal.basis, reason: recusal.reason } });
  }
  return { electors, recused };
}

export function tallyOf(roll: Roll): Tally {
  const ballots = roll.flatMap(({ userId, ballot }) => (ballot === null ? [] : [{ userId, choice: ballot.choice }]));
  const lapsedUserIds = new Set(roll.filter((entry) => !entry.hasRights).map((entry) => entry.userId));
  return countBallots({ electorate: toElectorate(roll), ballots, lapsedUserIds });
}

export type Place = "elector" | "recused" | "none";

export function placeOf(roll: Roll, userId: string | null): Place {
  const entry = roll.find((candidate) => candidate.userId === userId);
  if (entry === undefined) return "none";
  return entry.recusal === null ? "elector" : "recused";
}

/** The roll after a member stood aside: the ballot is withdrawn (BRD-5). */
export function applyRecusalToRoll(roll: Roll, userId: string, recusal: NonNullable<RollEntry["recusal"]>): Roll {
  return roll.map((entry) => (entry.userId === userId ? { ...entry, recusal, ballot: null } : entry));
}
