// Answers "may this person take this seat for this term?" (BRD-1 to BRD-3, BRD-105). The database's exclusion constraints
// say the same about overlaps; this says it first, with the seat that is in the way.
import type { Verdict } from "../kernel/verdict.ts";
import { dateAt } from "./calendar-date.ts";
import { assessIndependence } from "./independence.ts";
import type { BoardRole } from "./schema.ts";
import { findRenewal } from "./tenure.ts";
import { assessTerm, deriveSeatState, lastInstantOf, type Seat, type Term, type TermRequest, toTerm } from "./term.ts";

export type NamedSeat = Seat & { readonly reference: string };

export type SeatingRequest = TermRequest & {
  readonly userId: string;
  /** The seat that ends as this one begins. */
  readonly replaces: NamedSeat | null;
};

export type SeatingFacts = {
  readonly seats: readonly NamedSeat[];
  readonly ownedModels: readonly string[];
  readonly at: Date;
};

export type SeatingVerdict = Verdict<
  "accepted" | "refused",
  | "board.term_accepted"
  | "board.term_ends_before_start"
  | "board.term_below_minimum"
  | "board.term_already_over"
  | "board.replacement_not_now"
  | "board.replacement_of_other_role"
  | "board.seat_not_held"
  | "board.seat_not_in_office"
  | "board.already_renewed"
  | "board.chair_owns_models"
  | "board.person_seated"
  | "board.chair_taken"
>;
type RefusedCode = Exclude<SeatingVerdict["reasons"][number]["code"], "board.term_accepted">;

export function refused(code: RefusedCode, facts: SeatingVerdict["reasons"][number]["facts"]): SeatingVerdict {
  return { outcome: "refused", reasons: [{ code, facts }] };
}

export function assessSeating(request: SeatingRequest, facts: SeatingFacts): SeatingVerdict {
  const term = assessTerm(request, facts.at);
  if (term.outcome === "refused") return term;
  const replacement = assessReplacement(request, facts.at);
  if (replacement !== null) return replacement;
  const independence = assessIndependence(request.role, facts.ownedModels);
  if (independence.outcome === "refused") return refused("board.chair_owns_models", { models: facts.ownedModels });
  // Whoever is replaced loses the renewal of the seat with it (BRD-142).
  const leaving = request.replaces && [request.replaces, findRenewal(facts.seats, request.replaces)];
  const others = facts.seats.filter((seat) => leaving?.some((gone) => gone?.reference === seat.reference) !== true);
  return assessOverlap({ ...request, term: toTerm(request, facts.at) }, others) ?? term;
}

/** A replacement is of the same role, of a seat that is held or appointed to, and takes effect today; null when all is well. */
function assessReplacement(request: SeatingRequest, at: Date): SeatingVerdict | null {
  const { replaces, role, startOn } = request;
  if (replaces === null) return null;
  const today = dateAt(at, request.timeZone);
  const state = deriveSeatState(replaces, at);
  const facts = { seat: replaces.reference, role: replaces.role, wanted: role, state, startOn, today };
  if (replaces.role !== role) return refused("board.replacement_of_other_role", facts);
  if (state === "ended" || state === "term_over") return refused("board.seat_not_held", facts);
  return startOn === today ? null : refused("board.replacement_not_now", facts);
}

/** One chair at a time, one seat a person at a time; null when nothing is in the way. */
export function assessOverlap(
  wanted: { readonly userId: string; readonly role: BoardRole; readonly term: Term },
  others: readonly NamedSeat[],
): SeatingVerdict | null {
  for (const seat of others.filter((other) => overlaps(other, wanted.term))) {
    const facts = { seat: seat.reference, role: seat.role, until: lastInstantOf(seat).toISOString() };
    if (seat.userId === wanted.userId) return refused("board.person_seated", facts);
    if (seat.role === "chair" && wanted.role === "chair") return refused("board.chair_taken", facts);
  }
  return null;
}

function overlaps(seat: Seat, term: Term): boolean {
  const endAt = lastInstantOf(seat);
  return seat.termStartAt < endAt && seat.termStartAt < term.endAt && term.startAt < endAt;
}

/** Whether there is a chair, or one appointed, once this seat is gone and its renewal with it (ORG-5, BRD-142). */
export function hasChairSuccessor(seats: readonly NamedSeat[], leaving: NamedSeat, at: Date): boolean {
  const gone = [leaving.reference, findRenewal(seats, leaving)?.reference];
  return seats.some(
    (seat) =>
      seat.role === "chair" &&
      !gone.includes(seat.reference) &&
      ["in_office", "scheduled"].includes(deriveSeatState(seat, at)),
  );
}
