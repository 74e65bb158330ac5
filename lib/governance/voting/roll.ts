// Answers "what is known of somebody on the roll of a proposal?" (VOT-3, BRD-5): the place frozen at opening, with recusal
// and latest ballot. Votes are counted by the database (`tally-store.ts`); names are for showing.
import type { BoardRole } from "../board/schema.ts";
import type { Choice, RecusalBasis } from "./schema.ts";

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

/** Named entries; of a large roll only some. */
export type Roll = readonly RollEntry[];

export type Place = "elector" | "recused" | "none";

/** One person's own place; `weight` in the rule's unit. */
export type OwnPlace = Pick<RollEntry, "hasRights" | "weight" | "ballot"> & { readonly place: Place };

export const NO_PLACE: OwnPlace = { place: "none", hasRights: false, weight: 0, ballot: null };
