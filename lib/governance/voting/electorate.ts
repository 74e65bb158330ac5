// Answers "who decides this, with what weight?" (VOT-3, BRD-2, BRD-5, ORG-4). Frozen when a proposal opens.
import type { TrustLevel } from "../kernel/permission.ts";
import type { RecusalBasis } from "./schema.ts";

export type Recusal = {
  readonly userId: string;
  readonly basis: RecusalBasis;
  /** Shown on the result. */
  readonly reason: string;
};

/** `weight`: 1 for a board seat, half-votes for a member weighted by trust; never 0. */
export type Elector = {
  readonly userId: string;
  readonly weight: number;
  readonly isChair: boolean;
};
export type RecusedElector = Elector & { readonly recusal: Recusal };

/** `recused` hold a seat or trust but left the electorate of this proposal. */
export type Electorate = {
  readonly electors: readonly Elector[];
  readonly recused: readonly RecusedElector[];
};

export type BoardSeatFacts = {
  readonly userId: string;
  readonly role: string;
  /** Whether the seat's role votes (BRD roles: all but the external advisor). */
  readonly roleVotes: boolean;
  readonly isActive: boolean;
  readonly termStartAt: Date;
  readonly termEndAt: Date;
};

/** Votes by trust in half-votes: 5, 3, 1, 0.5 and 0 votes (ORG-4). */
export const HALF_VOTES: Readonly<Record<TrustLevel, number>> = {
  core: 10,
  trusted: 6,
  standard: 2,
  sandbox: 1,
  quarantine: 0,
};

/** A seat votes when its role does, it is active, and the instant lies in [start, end) of its term (BRD-2). */
export function hasVotingRight(seat: BoardSeatFacts, at: Date): boolean {
  return seat.roleVotes && seat.isActive && seat.termStartAt <= at && at < seat.termEndAt;
}

/** One seat, one vote; somebody on two seats still casts one ballot (VOT-4). */
export function freezeBoardElectorate(input: {
  seats: readonly BoardSeatFacts[];
  recusals: readonly Recusal[];
  openedAt: Date;
}): Electorate {
  const electors = new Map<string, Elector>();
  for (const seat of input.seats) {
    if (!hasVotingRight(seat, input.openedAt)) continue;
    const isChair = seat.role === "chair" || electors.get(seat.userId)?.isChair === true;
    electors.set(seat.userId, { userId: seat.userId, weight: 1, isChair });
  }
  if ([...electors.values()].filter((elector) => elector.isChair).length > 1) {
    throw new Error("Two chairs in office at once (BRD-1)");
  }
  return separateRecused([...electors.values()], input.recusals);
}

function separateRecused(electors: readonly Elector[], recusals: readonly Recusal[]): Electorate {
  const recusalOf = new Map(recusals.toReversed().map((recusal) => [recusal.userId, recusal]));
  const recused = electors.flatMap((elector) => {
    const recusal = recusalOf.get(elector.userId);
    return recusal === undefined ? [] : [{ ...elector, recusal }];
  });
  return { electors: electors.filter((elector) => !recusalOf.has(elector.userId)), recused };
}
