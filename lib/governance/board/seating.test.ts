import { describe, expect, test } from "vitest";
import { assessIndependence } from "./independence.ts";
import { planMemberUpdate } from "./member-update.ts";
import { ROLE_REQUIREMENTS } from "./role-requirements.ts";
import { BoardRole } from "./schema.ts";
import { assessOverlap, assessSeating, hasChairSuccessor, type NamedSeat, type SeatingRequest } from "./seating.ts";
import { toSeatingRefusal } from "./seating-refusal.ts";

const AT = new Date("2026-11-20T12:00:00.000Z");
const day = (date: string) => new Date(`${date}T00:00:00.000Z`);

function seat(reference: string, change: Partial<NamedSeat> = {}): NamedSeat {
  return {
    reference,
    userId: `user of ${reference}`,
    role: "chair",
    termStartAt: day("2025-01-01"),
    termEndAt: day("2027-01-01"),
    endedAt: null,
    isMember: true,
    ...change,
  };
}
const request = (change: Partial<SeatingRequest> = {}): SeatingRequest => ({
  userId: "new",
  role: "chair",
  startOn: "2026-11-20",
  endOn: null,
  timeZone: "UTC",
  replaces: null,
  ...change,
});
const codeOf = (wish: SeatingRequest, seats: readonly NamedSeat[], ownedModels: readonly string[] = []) =>
  assessSeating(wish, { seats, ownedModels, at: AT }).reasons[0]?.code;

describe("requirements and independence", () => {
  test.each(BoardRole.options)("[BRD-3] %s has requirements: qualifications, hours, independence", (role) => {
    const { qualifications, hoursPerMonth, independence } = ROLE_REQUIREMENTS[role];
    expect(qualifications.length).toBeGreaterThanOrEqual(2);
    expect(hoursPerMonth).toBeGreaterThan(0);
    expect(independence).not.toBe("");
  });

  test("[BRD-3] the three rows of the design hold", () => {
    expect(ROLE_REQUIREMENTS.chair.hoursPerMonth).toBe(20);
    expect(ROLE_REQUIREMENTS.technical_lead.hoursPerMonth).toBe(15);
    expect(ROLE_REQUIREMENTS.risk_officer.hoursPerMonth).toBe(15);
  });

  test.each(BoardRole.options)("[BRD-3] %s without models is independent", (role) => {
    expect(assessIndependence(role, []).outcome).toBe("independent");
  });

  test.each(BoardRole.options)("[BRD-3] %s who owns a model: only the chair is refused", (role) => {
    expect(assessIndependence(role, ["MDL-1"]).outcome).toBe(role === "chair" ? "refused" : "recused_on_own");
  });

  test("[BRD-3] a risk officer who owns a model is told of the lost independence as well", () => {
    const codes = assessIndependence("risk_officer", ["MDL-1"]).reasons.map((reason) => reason.code);
    expect(codes).toEqual(["board.risk_officer_owns_models", "board.owner_recused"]);
  });
});

describe("taking a seat", () => {
  test.each([
    ["an empty board", request(), [], undefined],
    ["a chair in office", request(), [seat("A")], "board.chair_taken"],
    ["a chair until the day before", request({ startOn: "2027-01-01" }), [seat("A")], undefined],
    [
      "a chair who begins later",
      request(),
      [seat("A", { termStartAt: day("2027-06-01"), termEndAt: day("2029-06-01") })],
      "board.chair_taken",
    ],
    ["a chair whose seat was ended", request(), [seat("A", { endedAt: day("2026-11-20") })], undefined],
    [
      "an appointment that was withdrawn",
      request(),
      [seat("A", { termStartAt: day("2027-06-01"), termEndAt: day("2029-06-01"), endedAt: day("2027-06-01") })],
      undefined,
    ],
    [
      "a chair who left the organisation and was not ended",
      request(),
      [seat("A", { isMember: false })],
      "board.chair_taken",
    ],
    ["another role", request({ role: "data_steward" }), [seat("A")], undefined],
    ["two of another role", request({ role: "data_steward" }), [seat("A", { role: "data_steward" })], undefined],
    [
      "the person in another seat",
      request({ role: "data_steward" }),
      [seat("A", { role: "risk_officer", userId: "new" })],
      "board.person_seated",
    ],
    [
      "the person in a seat that was over",
      request(),
      [seat("A", { userId: "new", termEndAt: day("2026-01-01") })],
      undefined,
    ],
  ] as const)("[BRD-1] [BRD-105] %s", (_name, wish, seats, code) => {
    expect(codeOf(wish, seats)).toBe(code ?? "board.term_accepted");
  });

  test("[BRD-3] a chair who owns a model is refused, with the models named, at most five", () => {
    const models = ["MDL-1", "MDL-2", "MDL-3", "MDL-4", "MDL-5", "MDL-6", "MDL-7"];
    expect(codeOf(request(), [], models)).toBe("board.chair_owns_models");
    const refusal = toSeatingRefusal(assessSeating(request(), { seats: [], ownedModels: models, at: AT }));
    expect(refusal.facts.models).toEqual(["MDL-1", "MDL-2", "MDL-3", "MDL-4", "MDL-5", "2 more"]);
    expect(refusal.errors[0]?.path).toBe("userId");
    expect(codeOf(request({ role: "technical_lead" }), [], models)).toBe("board.term_accepted");
  });

  const replaced = seat("A");
  test.each([
    ["takes over today", request({ replaces: replaced }), "board.term_accepted"],
    ["tomorrow", request({ replaces: replaced, startOn: "2026-11-21" }), "board.replacement_not_now"],
    ["in another role", request({ replaces: replaced, role: "data_steward" }), "board.replacement_of_other_role"],
    [
      "of a seat that is over",
      request({ replaces: seat("B", { termEndAt: day("2026-01-01") }) }),
      "board.seat_not_held",
    ],
    [
      "of an appointment, beside a chair",
      request({ replaces: seat("B", { termStartAt: day("2026-12-01") }) }),
      "board.chair_taken",
    ],
  ])("[BRD-105] a replacement %s", (_name, wish, code) => {
    expect(codeOf(wish, [replaced])).toBe(code);
  });

  test("[BRD-105] the holder of a seat who left the organisation can be replaced", () => {
    const left = seat("A", { isMember: false });
    expect(codeOf(request({ replaces: left }), [left])).toBe("board.term_accepted");
  });

  test.each([
    ["board.term_ends_before_start", request({ endOn: "2026-11-01" }), "termEndOn"],
    ["board.term_below_minimum", request({ endOn: "2027-11-01" }), "termEndOn"],
    ["board.term_already_over", request({ startOn: "2020-01-01", endOn: "2024-01-01" }), "termEndOn"],
    ["board.chair_taken", request(), "role"],
    ["board.person_seated", request({ userId: "user of A" }), "userId"],
    ["board.replacement_not_now", request({ replaces: replaced, startOn: "2026-11-21" }), "termStartOn"],
  ])("[BRD-103] [BRD-105] %s is said at its field", (code, wish, path) => {
    const refusal = toSeatingRefusal(assessSeating(wish, { seats: [replaced], ownedModels: [], at: AT }));
    expect(refusal.errors).toEqual([{ path, code, message: expect.stringMatching(/\w/u) }]);
    expect(refusal.hint).not.toBeNull();
  });
});

describe("leaving a seat", () => {
  test.each([
    ["nobody else", [], false],
    ["another role", [seat("B", { role: "risk_officer" })], false],
    ["a chair whose term is over", [seat("B", { termEndAt: day("2026-01-01") })], false],
    [
      "a chair appointed to follow",
      [seat("B", { termStartAt: day("2027-01-01"), termEndAt: day("2029-01-01") })],
      true,
    ],
    [
      "an appointment that was withdrawn",
      [seat("B", { termStartAt: day("2027-01-01"), termEndAt: day("2029-01-01"), endedAt: day("2027-01-01") })],
      false,
    ],
  ])("[ORG-5] the chair has a successor: %s", (_name, others, expected) => {
    const chair = seat("A");
    expect(hasChairSuccessor([chair, ...others], chair, AT)).toBe(expected);
  });
});

describe("changing a member", () => {
  const member = { ...seat("A"), department: "Risk", expertise: ["audit"] };
  const facts = {
    others: [seat("B", { termStartAt: day("2028-01-01"), termEndAt: day("2030-01-01") })],
    timeZone: "UTC",
    at: AT,
  };

  test.each([
    ["nothing new", { department: "Risk", expertise: ["audit"], termEndOn: "2027-01-01" }, [], null],
    ["department", { department: "Finance" }, ["department"], null],
    ["a longer term", { termEndOn: "2028-01-01" }, ["termEndAt"], "board.term_accepted"],
    ["a term into the successor's", { termEndOn: "2028-01-02" }, ["termEndAt"], "board.chair_taken"],
    ["a term below the minimum", { termEndOn: "2026-12-31" }, ["termEndAt"], "board.term_below_minimum"],
  ])("[BRD-103] [BRD-105] %s", (_name, wish, fields, code) => {
    const plan = planMemberUpdate(member, wish, facts);
    expect(plan.fields).toEqual(fields);
    expect(plan.verdict?.reasons[0]?.code ?? null).toBe(code);
  });

  test("[BRD-105] the other seat of the same person is in the way whatever its role", () => {
    const other = seat("B", {
      userId: member.userId,
      role: "data_steward",
      termStartAt: day("2027-01-01"),
      termEndAt: day("2029-01-01"),
    });
    const term = { startAt: member.termStartAt, endAt: day("2027-01-02") };
    expect(assessOverlap({ ...member, term }, [other])?.reasons[0]?.code).toBe("board.person_seated");
  });
});
