// Answers "may this member go on for another term, and from when to when?" (BRD-140, BRD-141). A renewal is a seat of its
// own that begins at the very instant the running term ends, so the history of the term before it stays as it was.
import { dateAt } from "./calendar-date.ts";
import { assessIndependence } from "./independence.ts";
import { assessOverlap, type NamedSeat, refused, type SeatingFacts, type SeatingVerdict } from "./seating.ts";
import { findRenewal } from "./tenure.ts";
import { assessTerm, deriveSeatState, lastInstantOf, type Term, type TermRequest, toTerm } from "./term.ts";

export type RenewalWish = {
  /** First day out of office; null for the role's minimum. */
  readonly endOn: string | null;
  readonly timeZone: string;
};
export type RenewalPlan = { readonly verdict: SeatingVerdict; readonly term: Term };

export function planRenewal(seat: NamedSeat, wish: RenewalWish, facts: SeatingFacts): RenewalPlan {
  // Where the organisation changed its time zone since, the term ends within a day; the renewal begins at that instant.
  const startAt = lastInstantOf(seat);
  const startOn = dateAt(startAt, wish.timeZone);
  const request: TermRequest = { role: seat.role, startOn, endOn: wish.endOn, timeZone: wish.timeZone };
  const term = { startAt, endAt: toTerm(request, facts.at).endAt };
  return { verdict: assessRenewal(seat, request, { ...facts, term }), term };
}

function assessRenewal(
  seat: NamedSeat,
  request: TermRequest,
  { seats, ownedModels, at, term }: SeatingFacts & { readonly term: Term },
): SeatingVerdict {
  const state = deriveSeatState(seat, at);
  const held = { seat: seat.reference, state };
  if (state === "scheduled") return refused("board.seat_not_in_office", held);
  if (state !== "in_office") return refused("board.seat_not_held", held);
  const renewal = findRenewal(seats, seat);
  if (renewal !== null) {
    const until = renewal.termEndAt.toISOString();
    return refused("board.already_renewed", { seat: seat.reference, renewal: renewal.reference, until });
  }
  const verdict = assessTerm(request, at);
  if (verdict.outcome === "refused") return verdict;
  const independence = assessIndependence(seat.role, ownedModels);
  if (independence.outcome === "refused") return refused("board.chair_owns_models", { models: ownedModels });
  return assessOverlap({ userId: seat.userId, role: seat.role, term }, seats) ?? verdict;
}
