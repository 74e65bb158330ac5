// Answers "is this seat held now, and does it vote?" and "how long does a term run?" (BRD-2, BRD-101 to BRD-104).
// A term is half open: the holder is in office from its start and no longer at its end.
import type { Verdict } from "../kernel/verdict.ts";
import { BOARD_ROLES } from "./board-role.ts";
import { addCalendarMonths, dateAt, startOfDay } from "./calendar-date.ts";
import type { BoardRole, SeatState } from "./schema.ts";

export type Seat = {
  readonly userId: string;
  readonly role: BoardRole;
  readonly termStartAt: Date;
  readonly termEndAt: Date;
  readonly endedAt: Date | null;
  /** Whether the person still belongs to the organisation. */
  readonly isMember: boolean;
};

export function deriveSeatState(seat: Seat, at: Date): SeatState {
  if (seat.endedAt !== null && (seat.endedAt <= at || seat.endedAt <= seat.termStartAt)) return "ended";
  if (seat.termEndAt <= at) return "term_over";
  if (!seat.isMember) return "left_organization";
  return at < seat.termStartAt ? "scheduled" : "in_office";
}

/** The first instant out of office: the end of the term, or of the seat where that came earlier. */
export function lastInstantOf(seat: Seat): Date {
  return seat.endedAt !== null && seat.endedAt < seat.termEndAt ? seat.endedAt : seat.termEndAt;
}

export function isInOffice(seat: Seat, at: Date): boolean {
  return deriveSeatState(seat, at) === "in_office";
}

/** Role votes, and active, and term begun and not over (BRD-2). */
export function hasVotingRights(seat: Seat, at: Date): boolean {
  return BOARD_ROLES[seat.role].votes && isInOffice(seat, at);
}

export type Term = { readonly startAt: Date; readonly endAt: Date };

export type TermVerdict = Verdict<
  "accepted" | "refused",
  "board.term_accepted" | "board.term_ends_before_start" | "board.term_below_minimum" | "board.term_already_over"
>;

export type TermRequest = {
  readonly role: BoardRole;
  readonly startOn: string;
  /** First day out of office; null for the role's minimum. */
  readonly endOn: string | null;
  readonly timeZone: string;
};

/** The first day on which a term of the role's minimum length is over. */
export function minimumTermEndOn(role: BoardRole, startOn: string): string {
  return addCalendarMonths(startOn, BOARD_ROLES[role].minimumTermMonths);
}

/**
 * The days as instants of the organisation's time zone. A term that begins today begins with the act, so that nobody has
 * been in office before being seated (BRD-104).
 */
export function toTerm(request: TermRequest, at: Date): Term {
  const endOn = request.endOn ?? minimumTermEndOn(request.role, request.startOn);
  const isToday = request.startOn === dateAt(at, request.timeZone);
  const startAt = isToday ? at : startOfDay(request.startOn, request.timeZone);
  return { startAt, endAt: startOfDay(endOn, request.timeZone) };
}

export function assessTerm(request: TermRequest, at: Date): TermVerdict {
  const minimumEndOn = minimumTermEndOn(request.role, request.startOn);
  const endOn = request.endOn ?? minimumEndOn;
  const facts = { startOn: request.startOn, endOn, minimumEndOn };
  const months = BOARD_ROLES[request.role].minimumTermMonths;
  if (endOn <= request.startOn) return refused("board.term_ends_before_start", facts);
  if (endOn < minimumEndOn) return refused("board.term_below_minimum", { ...facts, months });
  if (startOfDay(endOn, request.timeZone) <= at) return refused("board.term_already_over", facts);
  return { outcome: "accepted", reasons: [{ code: "board.term_accepted", facts }] };
}

function refused(code: TermVerdict["reasons"][number]["code"], facts: Record<string, string | number>): TermVerdict {
  return { outcome: "refused", reasons: [{ code, facts }] };
}
