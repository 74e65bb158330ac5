// Answers "whose term ends soon, and is somebody appointed to follow?" (BRD-6, BRD-143).
import { addDays, MILLISECONDS_PER_DAY } from "../kernel/calendar.ts";
import { findRenewal } from "./tenure.ts";
import { deriveSeatState, isInOffice, type Seat } from "./term.ts";

const EXPIRING_WITHIN_DAYS = 90;

export type ExpiringTerm<Member extends Seat = Seat> = {
  readonly seat: Member;
  /** Whole days that are left, rounded down. */
  readonly daysLeft: number;
  /** The seat that goes on: the renewal of this one, or the first appointment to the role. */
  readonly follower: Member | null;
};

/** Who is appointed to go on after this seat; somebody else's renewal fills only their own (BRD-143). */
export function findFollower<Member extends Seat>(seats: readonly Member[], seat: Seat, at: Date): Member | null {
  const renewal = findRenewal(seats, seat);
  if (renewal !== null) return renewal;
  const holders = new Set(
    seats.filter((other) => other.role === seat.role && isInOffice(other, at)).map((other) => other.userId),
  );
  const coming = seats.filter(
    (other) =>
      other.role === seat.role &&
      deriveSeatState(other, at) === "scheduled" &&
      (other.userId === seat.userId || !holders.has(other.userId)),
  );
  return coming.toSorted((a, b) => a.termStartAt.getTime() - b.termStartAt.getTime())[0] ?? null;
}

export function isEndingSoon(seat: Seat, at: Date): boolean {
  return isInOffice(seat, at) && seat.termEndAt <= addDays(at, EXPIRING_WITHIN_DAYS);
}

/** Terms in office that end at most 90 days from now, the nearest first. */
export function listExpiringTerms<Member extends Seat>(
  seats: readonly Member[],
  at: Date,
): readonly ExpiringTerm<Member>[] {
  return seats
    .filter((seat) => isEndingSoon(seat, at))
    .toSorted((a, b) => a.termEndAt.getTime() - b.termEndAt.getTime())
    .map((seat) => ({
      seat,
      daysLeft: Math.floor((seat.termEndAt.getTime() - at.getTime()) / MILLISECONDS_PER_DAY),
      follower: findFollower(seats, seat, at),
    }));
}
