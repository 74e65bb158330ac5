// Answers "whose term ends soon, and is somebody appointed to follow?" (BRD-6).
import { addDays, MILLISECONDS_PER_DAY } from "../kernel/calendar.ts";
import { deriveSeatState, isInOffice, type Seat } from "./term.ts";

const EXPIRING_WITHIN_DAYS = 90;

export type ExpiringTerm<Member extends Seat = Seat> = {
  readonly seat: Member;
  /** Whole days that are left, rounded down. */
  readonly daysLeft: number;
  readonly hasSuccessor: boolean;
};

/** Terms in office that end at most 90 days from now, the nearest first. */
export function listExpiringTerms<Member extends Seat>(
  seats: readonly Member[],
  at: Date,
): readonly ExpiringTerm<Member>[] {
  const limit = addDays(at, EXPIRING_WITHIN_DAYS);
  return seats
    .filter((seat) => isInOffice(seat, at) && seat.termEndAt <= limit)
    .toSorted((a, b) => a.termEndAt.getTime() - b.termEndAt.getTime())
    .map((seat) => ({
      seat,
      daysLeft: Math.floor((seat.termEndAt.getTime() - at.getTime()) / MILLISECONDS_PER_DAY),
      hasSuccessor: seats.some((other) => other.role === seat.role && deriveSeatState(other, at) === "scheduled"),
    }));
}
