// Answers "how do the ballots add up over the frozen electorate?" (VOT-3, VOT-7, BRD-5), in integers only.
// Also applies a hypothetical change to a tally, so that the why-sentence asks the deciding function itself.
import type { Electorate } from "./electorate.ts";
import type { BallotChange, ChairPosition, Choice, Count, DecisionRule, Tally } from "./schema.ts";

/** The latest ballot of a person. */
export type CountedBallot = { readonly userId: string; readonly choice: Choice };

export type TallyInput = {
  readonly electorate: Electorate;
  readonly ballots: readonly CountedBallot[];
  /** Electors whose right to vote ended since opening; a ballot they cast before stays (VOT-3). */
  readonly lapsedUserIds?: ReadonlySet<string>;
};

type Slot = "yes" | "no" | "abstain" | "waiting" | "lapsed";

/**
 * Counts each elector exactly once. Ballots of recused members are withdrawn and not counted (BRD-5).
 * INVARIANT: one ballot a person, from the electorate or the recused; anything else is a broken record and throws.
 */
export function countBallots(input: TallyInput): Tally {
  const choiceOf = indexBallots(input);
  const counts: Record<Slot | "entitled" | "recused", { voters: number; weight: number }> = {
    yes: { voters: 0, weight: 0 },
    no: { voters: 0, weight: 0 },
    abstain: { voters: 0, weight: 0 },
    waiting: { voters: 0, weight: 0 },
    lapsed: { voters: 0, weight: 0 },
    entitled: { voters: 0, weight: 0 },
    recused: { voters: 0, weight: 0 },
  };
  let chair: ChairPosition = input.electorate.recused.some((member) => member.isChair) ? "recused" : "none";
  for (const elector of input.electorate.electors) {
    const slot: Slot =
      choiceOf.get(elector.userId) ?? (input.lapsedUserIds?.has(elector.userId) ? "lapsed" : "waiting");
    for (const count of [counts[slot], counts.entitled]) {
      count.voters += 1;
      count.weight += elector.weight;
    }
    if (elector.isChair) chair = slot;
  }
  for (const member of input.electorate.recused) {
    counts.recused.voters += 1;
    counts.recused.weight += member.weight;
  }
  return { ...counts, chair };
}

function indexBallots({ electorate, ballots }: TallyInput): ReadonlyMap<string, Choice> {
  const electors = new Set(electorate.electors.map((elector) => elector.userId));
  const recused = new Set(electorate.recused.map((member) => member.userId));
  const choiceOf = new Map<string, Choice>();
  for (const ballot of ballots) {
    if (recused.has(ballot.userId)) continue;
    if (!electors.has(ballot.userId)) throw new Error(`Ballot of a person outside the electorate: ${ballot.userId}`);
    if (choiceOf.has(ballot.userId)) throw new Error(`Two ballots of one person: ${ballot.userId}`);
    choiceOf.set(ballot.userId, ballot.choice);
  }
  return choiceOf;
}

/** Yes + no + abstain. */
export function participants(tally: Tally): Count {
  return {
    voters: tally.yes.voters + tally.no.voters + tally.abstain.voters,
    weight: tally.yes.weight + tally.no.weight + tally.abstain.weight,
  };
}

/**
 * The tally after a change. With weighted votes only weight moves: how many heads would carry it stays open, and no rule
 * in half-votes looks at heads that took part.
 */
export function applyBallotChange(tally: Tally, change: BallotChange, unit: DecisionRule["weightUnit"]): Tally {
  if (change.amount > tally[change.from].weight) throw new RangeError(`Only ${tally[change.from].weight} can change`);
  const voters = unit === "seat" ? change.amount : 0;
  const from = tally[change.from];
  const to = tally[change.to];
  return {
    ...tally,
    [change.from]: { voters: from.voters - voters, weight: from.weight - change.amount },
    [change.to]: { voters: to.voters + voters, weight: to.weight + change.amount },
    chair: change.includesChair ? change.to : tally.chair,
  };
}

export function applyBallotChanges(tally: Tally, changes: readonly BallotChange[], unit: DecisionRule["weightUnit"]) {
  return changes.reduce((current, change) => applyBallotChange(current, change, unit), tally);
}
