// Answers "who could follow in a seat, what stands in the way, and do too many terms end together?" (BRD-6, BRD-145 to
// BRD-147). A plan binds nobody: seating somebody judges everything again.
import type { Reason, Verdict } from "../kernel/verdict.ts";
import { dateAt } from "./calendar-date.ts";
import { assessIndependence } from "./independence.ts";
import type { BoardRole } from "./schema.ts";
import type { NamedSeat } from "./seating.ts";
import { deriveTenure } from "./tenure.ts";
import { deriveSeatState, isInOffice, lastInstantOf } from "./term.ts";

export type CandidateFacts = {
  readonly userId: string;
  readonly isMember: boolean;
  readonly isQuarantined: boolean;
  /** References of models the person owns, decommissioned ones left out. */
  readonly ownedModels: readonly string[];
  /** Other roles whose plan names the person. */
  readonly alsoNamedFor: readonly BoardRole[];
};

type CandidateCode =
  | "board.owns_no_model"
  | "board.owner_recused"
  | "board.risk_officer_owns_models"
  | "board.chair_owns_models"
  | "board.candidate_left"
  | "board.candidate_quarantined"
  | "board.candidate_appointed"
  | "board.candidate_holds_seat"
  | "board.candidate_for_several";
/** `to_settle`: something has to be settled before the person can be seated. */
export type CandidateVerdict = Verdict<"appointed" | "suitable" | "to_settle" | "unavailable", CandidateCode>;

export function assessCandidate(
  role: BoardRole,
  person: CandidateFacts,
  { seats, at }: { readonly seats: readonly NamedSeat[]; readonly at: Date },
): CandidateVerdict {
  if (!person.isMember) return { outcome: "unavailable", reasons: [{ code: "board.candidate_left", facts: {} }] };
  const held = seats.find(
    (seat) => seat.userId === person.userId && ["in_office", "scheduled"].includes(deriveSeatState(seat, at)),
  );
  const facts = held && { seat: held.reference, role: held.role, until: lastInstantOf(held).toISOString() };
  if (held?.role === role) {
    const from = held.termStartAt.toISOString();
    return { outcome: "appointed", reasons: [{ code: "board.candidate_appointed", facts: { ...facts, from } }] };
  }
  const independence = assessIndependence(role, person.ownedModels);
  const obstacles: Reason<CandidateCode>[] = [];
  if (independence.outcome === "refused") obstacles.push(...independence.reasons);
  if (facts !== undefined) obstacles.push({ code: "board.candidate_holds_seat", facts });
  if (person.isQuarantined) obstacles.push({ code: "board.candidate_quarantined", facts: {} });
  const notes: Reason<CandidateCode>[] = independence.outcome === "refused" ? [] : [...independence.reasons];
  if (person.alsoNamedFor.length > 0) {
    notes.push({ code: "board.candidate_for_several", facts: { roles: person.alsoNamedFor } });
  }
  return { outcome: obstacles.length > 0 ? "to_settle" : "suitable", reasons: [...obstacles, ...notes] };
}

export type PlanProblem = {
  /** Place in the list that was sent, from 0. */
  readonly index: number;
  readonly code: "board.person_unknown" | "board.candidate_twice" | "board.candidate_in_office";
  readonly message: string;
};

/** What keeps a list of candidates from being kept; empty when all is well. */
export function findPlanProblems(
  plan: { readonly role: BoardRole; readonly userIds: readonly string[] },
  facts: { readonly seats: readonly NamedSeat[]; readonly members: ReadonlySet<string>; readonly at: Date },
): readonly PlanProblem[] {
  return plan.userIds.flatMap((userId, index): PlanProblem[] => {
    if (!facts.members.has(userId)) {
      return [{ index, code: "board.person_unknown", message: "Choose a member of this organisation" }];
    }
    if (plan.userIds.indexOf(userId) < index) {
      return [{ index, code: "board.candidate_twice", message: "Named already, further up; choose somebody else" }];
    }
    const isHolder = facts.seats.some(
      (seat) => seat.userId === userId && seat.role === plan.role && isInOffice(seat, facts.at),
    );
    if (!isHolder) return [];
    return [{ index, code: "board.candidate_in_office", message: "Holds this seat now: renew the term instead" }];
  });
}

/** Calendar quarter of a day such as 2027-05-01. */
export function quarterOf(date: string): string {
  const [year = "", month = "1"] = date.split("-");
  return `Q${Math.ceil(Number(month) / 3)} ${year}`;
}

export type CrowdedQuarter<Member extends NamedSeat = NamedSeat> = {
  /** "Q4 2027" */
  readonly quarter: string;
  /** The last seat of each person whose time on the board ends in it, the earliest first. */
  readonly ending: readonly Member[];
  /** Members in office now. */
  readonly of: number;
};

/**
 * Quarters of the organisation's calendar in which more than half of the board leaves, unless renewed (BRD-147). A term
 * ends on its first day out of office; two people at least, since one alone is never a crowd.
 */
export function deriveCrowdedQuarters<Member extends NamedSeat>(
  seats: readonly Member[],
  at: Date,
  timeZone: string,
): readonly CrowdedQuarter<Member>[] {
  const inOffice = new Set(seats.filter((seat) => isInOffice(seat, at)).map((seat) => seat.userId));
  const ending = seats
    .filter((seat) => ["in_office", "scheduled"].includes(deriveSeatState(seat, at)))
    .filter((seat) => deriveTenure(seats, seat).endAt.getTime() === lastInstantOf(seat).getTime())
    .toSorted((a, b) => lastInstantOf(a).getTime() - lastInstantOf(b).getTime());
  const quarters = Map.groupBy(ending, (seat) => quarterOf(dateAt(lastInstantOf(seat), timeZone)));
  return [...quarters]
    .map(([quarter, members]) => ({ quarter, ending: members, of: inOffice.size }))
    .filter((each) => each.ending.length > 1 && each.ending.length * 2 > each.of);
}
