// Answers "does this person go on when the term ends, and how long have they been on the board without a break?" (BRD-140,
// BRD-144). A renewed member holds one seat after the other; each seat stays as it was.
import { lastInstantOf, type Seat } from "./term.ts";

/** An appointment that was withdrawn before its first day was never held. */
function wasEverHeld(seat: Seat): boolean {
  return lastInstantOf(seat) > seat.termStartAt;
}

/** The seat in which the same person goes on in the same role at the very end of this one; null when there is none. */
export function findRenewal<Member extends Seat>(seats: readonly Member[], seat: Seat): Member | null {
  const endAt = lastInstantOf(seat).getTime();
  return (
    seats.find(
      (other) =>
        other.userId === seat.userId &&
        other.role === seat.role &&
        other.termStartAt.getTime() === endAt &&
        wasEverHeld(other),
    ) ?? null
  );
}

/** The seat that this one continues; null for a first term. */
export function findRenewed<Member extends Seat>(seats: readonly Member[], seat: Seat): Member | null {
  if (!wasEverHeld(seat)) return null;
  return (
    seats.find(
      (other) =>
        other.userId === seat.userId &&
        other.role === seat.role &&
        wasEverHeld(other) &&
        lastInstantOf(other).getTime() === seat.termStartAt.getTime(),
    ) ?? null
  );
}

export type Tenure = { readonly startAt: Date; readonly endAt: Date };

/** The unbroken time of a person on the board around this seat, in whatever roles. */
export function deriveTenure(seats: readonly Seat[], seat: Seat): Tenure {
  const own = seats.filter((other) => other.userId === seat.userId && wasEverHeld(other));
  let startAt = seat.termStartAt;
  let endAt = lastInstantOf(seat);
  for (const other of own.toSorted((a, b) => b.termStartAt.getTime() - a.termStartAt.getTime())) {
    if (lastInstantOf(other).getTime() === startAt.getTime()) startAt = other.termStartAt;
  }
  for (const other of own.toSorted((a, b) => a.termStartAt.getTime() - b.termStartAt.getTime())) {
    if (other.termStartAt.getTime() === endAt.getTime()) endAt = lastInstantOf(other);
  }
  return { startAt, endAt };
}
