// Answers "how is the roll shown to this reader?" (VOT-13, VOT-15, BRD-5): who decides, who has voted, who stands aside, and
// the other side's reasoning once the vote has ended.
import type { DissentView, ElectorView, RecusedView } from "./proposal-view.ts";
import type { Roll, RollEntry } from "./roll.ts";
import type { Choice, ResultOutcome } from "./schema.ts";
import type { Visibility } from "./visibility.ts";

type Reader = { readonly userId: string | null; readonly visibility: Visibility };

const personOf = ({ userId, name }: RollEntry) => ({ id: userId, name });

export function toElectorViews(roll: Roll, { userId, visibility }: Reader): ElectorView[] {
  return roll
    .filter((entry) => entry.recusal === null)
    .map((entry) => {
      const isOwn = entry.userId === userId;
      const shown = visibility.choices || isOwn ? entry.ballot : null;
      return {
        person: personOf(entry),
        seatRole: entry.seatRole,
        isChair: entry.isChair,
        weight: entry.weight,
        isLapsed: !entry.hasRights,
        hasVoted: visibility.tally || isOwn ? entry.ballot !== null : null,
        choice: shown?.choice ?? null,
        reasoning: shown?.reasoning ?? null,
        castAt: shown?.castAt.toISOString() ?? null,
      };
    });
}

export function toRecusedViews(roll: Roll): RecusedView[] {
  return roll.flatMap((entry) => {
    if (entry.recusal === null) return [];
    const { basis, reason, at, by } = entry.recusal;
    const isOwn = by === null || by.id === entry.userId;
    return [
      {
        person: personOf(entry),
        seatRole: entry.seatRole,
        isChair: entry.isChair,
        basis,
        reason,
        recusedAt: at.toISOString(),
        by: isOwn ? null : by,
      },
    ];
  });
}

export const OTHER_SIDE: Readonly<Record<ResultOutcome, Choice | null>> = {
  passed: "no",
  rejected: "yes",
  no_quorum: null,
};

/** null while the reader may not see it; without names only what was written. */
export function toDissent(otherSide: Roll, visibility: Visibility): DissentView[] | null {
  if (visibility.dissent === "hidden") return null;
  const isNamed = visibility.dissent === "named";
  return otherSide.flatMap((entry) => {
    const { ballot } = entry;
    if (ballot === null || entry.recusal !== null) return [];
    if (!isNamed && ballot.reasoning === "") return [];
    return [{ person: isNamed ? personOf(entry) : null, choice: ballot.choice, reasoning: ballot.reasoning }];
  });
}
