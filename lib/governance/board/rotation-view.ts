// Answers "what does the rotation plan look like, and what may be written into it?" (BRD-145, BRD-146).
import { z } from "zod";
import { textSchema } from "../kernel/text.ts";
import { ROLE_ORDER } from "./board-role.ts";
import type { MemberFacts } from "./board-view.ts";
import { findFollower, isEndingSoon } from "./expiring-terms.ts";
import { assessCandidate, type CandidateFacts, deriveCrowdedQuarters } from "./rotation-plan.ts";
import { BoardRole, ReasonView } from "./schema.ts";
import { deriveTenure, findRenewal } from "./tenure.ts";
import { isInOffice } from "./term.ts";

const InstantText = z.iso.datetime();

export const PlanRotationInput = z.strictObject({
  role: BoardRole,
  /** That of the plan that was looked at; 0 where there was none. */
  revision: z.int({ error: "A revision is a whole number; read the plan first" }).min(0).max(1_000_000_000),
  /** The most likely one first. */
  candidates: z
    .array(
      z.strictObject({
        userId: z.guid({ error: "Choose a person" }).toLowerCase(),
        note: textSchema({ min: 0, max: 500, multiline: true, what: "The note" }).default(""),
      }),
    )
    .max(5, { message: "At most 5 candidates for a seat" }),
});

const CandidateView = z.strictObject({
  userId: z.string(),
  name: z.string(),
  department: z.string(),
  note: z.string(),
  outcome: z.enum(["appointed", "suitable", "to_settle", "unavailable"]),
  reasons: z.array(ReasonView).readonly(),
});

const HolderView = z.strictObject({
  reference: z.string(),
  userId: z.string(),
  name: z.string(),
  termEndAt: InstantText,
  /** When the person leaves the board unless renewed again. */
  tenureEndAt: InstantText,
  /** The term ends within 90 days and nobody is appointed to go on. */
  isOpenSoon: z.boolean(),
  followedBy: z
    .strictObject({ reference: z.string(), name: z.string(), termStartAt: InstantText, isRenewal: z.boolean() })
    .nullable(),
});

export const RoleRotationView = z.strictObject({
  role: BoardRole,
  isRequired: z.boolean(),
  revision: z.int(),
  plannedAt: InstantText.nullable(),
  plannedByName: z.string().nullable(),
  holders: z.array(HolderView),
  candidates: z.array(CandidateView),
});
export type RoleRotationView = z.infer<typeof RoleRotationView>;

export const RotationView = z.strictObject({
  at: InstantText,
  timeZone: z.string(),
  crowdedQuarters: z.array(
    z.strictObject({
      quarter: z.string(),
      of: z.int(),
      ending: z.array(z.strictObject({ reference: z.string(), name: z.string(), role: BoardRole, endAt: InstantText })),
    }),
  ),
  roles: z.array(RoleRotationView),
});
export type RotationView = z.infer<typeof RotationView>;

export type CandidateRecord = Omit<CandidateFacts, "alsoNamedFor"> & {
  readonly name: string;
  readonly department: string;
  readonly note: string;
};
export type PlanRecord = {
  readonly role: BoardRole;
  readonly revision: number;
  readonly plannedAt: Date;
  readonly plannedByName: string;
  readonly candidates: readonly CandidateRecord[];
};

type RotationFacts = {
  readonly at: Date;
  readonly timeZone: string;
  readonly seats: readonly MemberFacts[];
  readonly plans: readonly PlanRecord[];
  readonly requiredRoles: readonly BoardRole[];
};

export function toRotationView(facts: RotationFacts): RotationView {
  return {
    at: facts.at.toISOString(),
    timeZone: facts.timeZone,
    crowdedQuarters: deriveCrowdedQuarters(facts.seats, facts.at, facts.timeZone).map(({ quarter, of, ending }) => ({
      quarter,
      of,
      ending: ending.map(({ reference, name, role, termEndAt }) => ({
        reference,
        name,
        role,
        endAt: termEndAt.toISOString(),
      })),
    })),
    roles: ROLE_ORDER.map((role) => toRoleRotation(role, facts)),
  };
}

function toRoleRotation(role: BoardRole, facts: RotationFacts): RoleRotationView {
  const { at, seats, plans } = facts;
  const plan = plans.find((each) => each.role === role);
  return {
    role,
    isRequired: facts.requiredRoles.includes(role),
    revision: plan?.revision ?? 0,
    plannedAt: plan?.plannedAt.toISOString() ?? null,
    plannedByName: plan?.plannedByName ?? null,
    holders: seats.filter((seat) => seat.role === role && isInOffice(seat, at)).map((seat) => toHolder(seat, facts)),
    candidates: (plan?.candidates ?? []).map(({ name, department, note, ...person }) => {
      const alsoNamedFor = plans
        .filter((other) => other.role !== role && other.candidates.some(({ userId }) => userId === person.userId))
        .map((other) => other.role);
      const { outcome, reasons } = assessCandidate(role, { ...person, alsoNamedFor }, { seats, at });
      return { userId: person.userId, name, department, note, outcome, reasons: [...reasons] };
    }),
  };
}

function toHolder(seat: MemberFacts, { seats, at }: RotationFacts) {
  const follower = findFollower(seats, seat, at);
  return {
    reference: seat.reference,
    userId: seat.userId,
    name: seat.name,
    termEndAt: seat.termEndAt.toISOString(),
    tenureEndAt: deriveTenure(seats, seat).endAt.toISOString(),
    isOpenSoon: follower === null && isEndingSoon(seat, at),
    followedBy: follower && {
      reference: follower.reference,
      name: follower.name,
      termStartAt: follower.termStartAt.toISOString(),
      isRenewal: findRenewal(seats, seat)?.reference === follower.reference,
    },
  };
}
