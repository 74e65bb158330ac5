import { describe, expect, test } from "vitest";
import type { PersonActor } from "../kernel/actor.ts";
import { REQUIRED_ROLES } from "./board-role.ts";
import { type MemberFacts, toBoardView } from "./board-view.ts";
import { assessConflictAct, isSameTarget } from "./conflict-of-interest.ts";
import { STANDARD_QUORUM_RULES } from "./decision-right.ts";
import { listExpiringTerms } from "./expiring-terms.ts";
import { assessQuorumCapability, requiredForQuorum } from "./quorum-capability.ts";
import { type BoardRole, BoardView } from "./schema.ts";
import { deriveVacancies } from "./vacancy.ts";

const AT = new Date("2026-11-20T12:00:00.000Z");
const DAY = 86_400_000;
const later = (days: number, milliseconds = 0) => new Date(AT.getTime() + days * DAY + milliseconds);

function member(role: BoardRole, change: Partial<MemberFacts> = {}): MemberFacts {
  return {
    reference: `MBR-${role}`,
    userId: `user ${role}`,
    name: `Name ${role}`,
    role,
    department: "",
    expertise: [],
    termStartAt: later(-100),
    termEndAt: later(400),
    endedAt: null,
    endReason: null,
    isMember: true,
    ...change,
  };
}

describe("quorum capability", () => {
  test.each([
    [0, 2, false],
    [1, 2, false],
    [2, 2, true],
    [3, 2, true],
    [4, 3, true],
    [5, 3, true],
    [6, 4, true],
    [7, 4, true],
    [8, 5, true],
  ])("[BRD-4] %i voting members need %i: achievable %s", (count, required, achievable) => {
    const seats = Array.from({ length: count }, (_, index) => member("data_steward", { userId: `u${index}` }));
    const capability = assessQuorumCapability(seats, STANDARD_QUORUM_RULES, AT);
    expect(requiredForQuorum(count, STANDARD_QUORUM_RULES)).toBe(required);
    expect(capability.required).toBe(required);
    expect(capability.outcome).toBe(achievable ? "achievable" : "out_of_reach");
    expect(capability.votingMembers).toHaveLength(count);
  });

  test("[BRD-4] a seat without a vote, a term that is over and one that has not begun do not count", () => {
    const seats = [
      member("chair"),
      member("external_advisor"),
      member("risk_officer", { termEndAt: AT }),
      member("data_steward", { termStartAt: later(1) }),
      member("legal_counsel", { endedAt: later(-1) }),
    ];
    const capability = assessQuorumCapability(seats, STANDARD_QUORUM_RULES, AT);
    expect(capability.votingMembers.map((seat) => seat.role)).toEqual(["chair"]);
    expect(capability.reasons).toEqual([
      { code: "board.too_few_voting_members", facts: { votingMembers: 1, required: 2, missing: 1 } },
    ]);
  });
});

describe("vacancies", () => {
  test("[BRD-1] an empty board lacks every role, the four required ones first", () => {
    const vacancies = deriveVacancies([], REQUIRED_ROLES, AT);
    expect(vacancies.filter((vacancy) => vacancy.isRequired).map((vacancy) => vacancy.role)).toEqual([
      "chair",
      "technical_lead",
      "risk_officer",
      "ethics_representative",
    ]);
    expect(vacancies).toHaveLength(8);
    expect(vacancies.findIndex((vacancy) => !vacancy.isRequired)).toBe(4);
  });

  test("[BRD-1] a seat held is not vacant; one appointed is, with the day it is filled", () => {
    const coming = [member("chair", { termStartAt: later(30) }), member("chair", { termStartAt: later(10) })];
    const [chair] = deriveVacancies([...coming, member("risk_officer")], REQUIRED_ROLES, AT);
    expect(chair).toEqual({ role: "chair", isRequired: true, successorStartsAt: later(10) });
    expect(deriveVacancies([member("chair")], REQUIRED_ROLES, AT).map((vacancy) => vacancy.role)).not.toContain(
      "chair",
    );
  });

  test("[BRD-102] the seat of somebody who left the organisation is vacant", () => {
    const roles = deriveVacancies([member("chair", { isMember: false })], REQUIRED_ROLES, AT).map((each) => each.role);
    expect(roles).toContain("chair");
  });
});

describe("terms that end soon", () => {
  test.each([
    ["in exactly 90 days", later(90), [90]],
    ["a millisecond later", later(90, 1), []],
    ["tomorrow", later(1), [1]],
    ["within the day", later(0, 1), [0]],
    ["just now", AT, []],
  ])("[BRD-6] %s", (_name, termEndAt, days) => {
    expect(listExpiringTerms([member("chair", { termEndAt })], AT).map((term) => term.daysLeft)).toEqual(days);
  });

  test("[BRD-6] the nearest first, and whether somebody is appointed to follow", () => {
    const seats = [
      member("chair", { termEndAt: later(60) }),
      member("chair", { reference: "MBR-next", termStartAt: later(60), termEndAt: later(900) }),
      member("data_steward", { termEndAt: later(20) }),
    ];
    expect(listExpiringTerms(seats, AT).map((term) => [term.seat.role, term.follower !== null])).toEqual([
      ["data_steward", false],
      ["chair", true],
    ]);
  });
});

describe("conflicts of interest", () => {
  const person = (userId: string, roles: PersonActor["roles"]): PersonActor => ({
    kind: "person",
    organizationId: "o",
    userId,
    name: "",
    email: "",
    roles,
    trustLevel: "standard",
    scopes: null,
    sessionId: null,
    keyId: null,
  });

  test.each([
    ["on oneself", person("u1", ["board_member"]), "allowed"],
    ["by an admin", person("u2", ["admin"]), "allowed"],
    ["by the chair on another", person("u2", ["chair", "board_member"]), "refused"],
    ["by a fellow member", person("u2", ["board_member"]), "refused"],
    ["by nobody", { kind: "anonymous", organizationId: "o", address: "" }, "refused"],
  ] as const)("[BRD-106] declared %s", (_name, actor, outcome) => {
    expect(assessConflictAct(actor, "u1").outcome).toBe(outcome);
  });

  test.each([
    ["case and spaces", "vendor", "  ACME   Corp", "vendor", "acme corp", true],
    ["Unicode form", "vendor", "Cafe\u0301", "vendor", "CAFÉ", true],
    ["another vendor", "vendor", "Acme", "vendor", "Acme Labs", false],
    ["a model called like a vendor", "model", "MDL-1", "vendor", "MDL-1", false],
    ["the same model", "model", "MDL-1", "model", "MDL-1", true],
  ] as const)("[BRD-106] compared by %s", (_name, kindA, targetA, kindB, targetB, expected) => {
    expect(isSameTarget({ kind: kindA, target: targetA }, { kind: kindB, target: targetB })).toBe(expected);
  });
});

describe("the board as a whole", () => {
  const facts = {
    at: AT,
    today: "2026-11-20",
    timeZone: "UTC",
    requiredRoles: REQUIRED_ROLES,
    quorum: STANDARD_QUORUM_RULES,
    conflicts: [],
  };

  test("[BRD-1] complete with the four required roles, in the order of the table, without those who left", () => {
    const members = [
      ...REQUIRED_ROLES.map((role) => member(role)).reverse(),
      member("data_steward", { endedAt: later(-3) }),
    ];
    const view = toBoardView({ ...facts, members });
    expect(view.isComplete).toBe(true);
    expect(view.members.map((each) => each.role)).toEqual(REQUIRED_ROLES);
    expect(view.capability).toMatchObject({ totalVotingMembers: 4, requiredForQuorum: 3, canAchieveQuorum: true });
    expect(BoardView.parse(view)).toEqual(view);
  });

  test("[BRD-5] shows the conflicts of those who sit, not of those who sat", () => {
    const conflict = {
      id: "c1",
      name: "",
      kind: "vendor" as const,
      target: "Acme",
      modelName: null,
      reason: "Shares",
      basis: "declared" as const,
      declaredByName: "",
      declaredAt: AT,
    };
    const conflicts = ["user chair", "user risk_officer"].map((userId) => ({ ...conflict, userId }));
    const members = [member("chair"), member("risk_officer", { termEndAt: AT })];
    expect(toBoardView({ ...facts, members, conflicts }).conflicts.map((each) => each.userId)).toEqual(["user chair"]);
  });
});
