// Answers "what does the board look like now, to people and over HTTP?": facts and verdicts as the shapes of `schema.ts`.
import { BOARD_ROLES, ROLE_ORDER } from "./board-role.ts";
import { dateAt } from "./calendar-date.ts";
import type { QuorumRules } from "./decision-right.ts";
import { listExpiringTerms } from "./expiring-terms.ts";
import { assessQuorumCapability } from "./quorum-capability.ts";
import { ROLE_REQUIREMENTS } from "./role-requirements.ts";
import type { BoardRole, BoardView, CapabilityView, ConflictView, MemberView, RoleView } from "./schema.ts";
import { findRenewal, findRenewed } from "./tenure.ts";
import { deriveSeatState, hasVotingRights, type Seat } from "./term.ts";
import { deriveVacancies } from "./vacancy.ts";

/** A seat with what is shown of it. */
export type MemberFacts = Seat & {
  readonly reference: string;
  readonly name: string;
  readonly department: string;
  readonly expertise: readonly string[];
  readonly endReason: string | null;
};

export type ConflictFacts = Omit<ConflictView, "declaredAt"> & { readonly declaredAt: Date };

export type MemberContext = {
  /** Every seat, for what came before and follows. */
  readonly seats: readonly MemberFacts[];
  readonly at: Date;
  readonly timeZone: string;
};

export function toMemberView(member: MemberFacts, { seats, at, timeZone }: MemberContext): MemberView {
  const renewal = findRenewal(seats, member);
  return {
    reference: member.reference,
    userId: member.userId,
    name: member.name,
    role: member.role,
    department: member.department,
    expertise: [...member.expertise],
    termStartAt: member.termStartAt.toISOString(),
    termEndAt: member.termEndAt.toISOString(),
    termStartOn: dateAt(member.termStartAt, timeZone),
    termEndOn: dateAt(member.termEndAt, timeZone),
    endedAt: member.endedAt?.toISOString() ?? null,
    endReason: member.endReason,
    state: deriveSeatState(member, at),
    votes: hasVotingRights(member, at),
    renews: findRenewed(seats, member)?.reference ?? null,
    renewal: renewal && { reference: renewal.reference, termEndAt: renewal.termEndAt.toISOString() },
  };
}

export function toConflictView(conflict: ConflictFacts): ConflictView {
  return { ...conflict, declaredAt: conflict.declaredAt.toISOString() };
}

export function toRoleView(role: BoardRole, requiredRoles: readonly BoardRole[]): RoleView {
  const { qualifications, hoursPerMonth, independence } = ROLE_REQUIREMENTS[role];
  const isRequired = requiredRoles.includes(role);
  return { role, ...BOARD_ROLES[role], isRequired, qualifications: [...qualifications], hoursPerMonth, independence };
}

/** The chair first, then the order of the table, then by seniority. */
function orderMembers<Member extends Seat>(members: readonly Member[]): Member[] {
  const rank = (member: Member) => ROLE_ORDER.indexOf(member.role);
  return members.toSorted((a, b) => rank(a) - rank(b) || a.termStartAt.getTime() - b.termStartAt.getTime());
}

export function toCapabilityView(members: readonly MemberFacts[], rules: QuorumRules, at: Date): CapabilityView {
  const capability = assessQuorumCapability(members, rules, at);
  return {
    totalVotingMembers: capability.votingMembers.length,
    requiredForQuorum: capability.required,
    canAchieveQuorum: capability.outcome === "achievable",
    votingMembers: orderMembers(capability.votingMembers).map(({ reference, name, role }) => ({
      reference,
      name,
      role,
    })),
    reasons: [...capability.reasons],
  };
}

export type BoardFacts = {
  readonly at: Date;
  readonly today: string;
  readonly timeZone: string;
  readonly members: readonly MemberFacts[];
  readonly conflicts: readonly ConflictFacts[];
  readonly requiredRoles: readonly BoardRole[];
  readonly quorum: QuorumRules;
};

/** Current and coming members; seats that are over are history and have their own list. */
export function toBoardView(facts: BoardFacts): BoardView {
  const { at, members, requiredRoles } = facts;
  const current = members.filter((member) => ["in_office", "scheduled"].includes(deriveSeatState(member, at)));
  const holders = new Set(current.map((member) => member.userId));
  const vacancies = deriveVacancies(members, requiredRoles, at);
  return {
    at: at.toISOString(),
    today: facts.today,
    timeZone: facts.timeZone,
    isComplete: vacancies.every((vacancy) => !vacancy.isRequired),
    members: orderMembers(current).map((member) =>
      toMemberView(member, { seats: members, at, timeZone: facts.timeZone }),
    ),
    vacancies: vacancies.map((vacancy) => ({
      ...vacancy,
      successorStartsAt: vacancy.successorStartsAt?.toISOString() ?? null,
    })),
    capability: toCapabilityView(members, facts.quorum, at),
    expiringTerms: listExpiringTerms(members, at).map(({ seat, daysLeft, follower }) => ({
      reference: seat.reference,
      name: seat.name,
      role: seat.role,
      termEndAt: seat.termEndAt.toISOString(),
      daysLeft,
      hasSuccessor: follower !== null,
      followedBy: follower && {
        reference: follower.reference,
        name: follower.name,
        termStartAt: follower.termStartAt.toISOString(),
        isRenewal: follower.userId === seat.userId,
      },
    })),
    conflicts: facts.conflicts.filter((conflict) => holders.has(conflict.userId)).map(toConflictView),
    roles: ROLE_ORDER.map((role) => toRoleView(role, requiredRoles)),
  };
}
