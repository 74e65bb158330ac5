import { describe, expect, test } from "vitest";
import {
  assessCandidate,
  type CandidateFacts,
  deriveCrowdedQuarters,
  findPlanProblems,
  quarterOf,
} from "./rotation-plan.ts";
import { PlanRotationInput } from "./rotation-view.ts";
import type { BoardRole } from "./schema.ts";
import type { NamedSeat } from "./seating.ts";

const AT = new Date("2026-11-20T12:00:00.000Z");
const day = (date: string) => new Date(`${date}T00:00:00.000Z`);

function seat(userId: string, endOn: string, change: Partial<NamedSeat> = {}): NamedSeat {
  return {
    reference: `MBR-${userId}`,
    userId,
    role: "data_steward",
    termStartAt: day("2025-01-01"),
    termEndAt: day(endOn),
    endedAt: null,
    isMember: true,
    ...change,
  };
}
const person = (change: Partial<CandidateFacts> = {}): CandidateFacts => ({
  userId: "cleo",
  isMember: true,
  isQuarantined: false,
  ownedModels: [],
  alsoNamedFor: [],
  ...change,
});

describe("a candidate", () => {
  const holds = (change: Partial<NamedSeat>) => [seat("cleo", "2027-06-01", change)];
  test.each<[string, BoardRole, Partial<CandidateFacts>, readonly NamedSeat[], string, readonly string[]]>([
    ["nothing in the way", "chair", {}, [], "suitable", ["board.owns_no_model"]],
    ["owns a model, as chair", "chair", { ownedModels: ["MDL-1"] }, [], "to_settle", ["board.chair_owns_models"]],
    ["owns a model, as lead", "technical_lead", { ownedModels: ["MDL-1"] }, [], "suitable", ["board.owner_recused"]],
    [
      "owns a model, as risk officer",
      "risk_officer",
      { ownedModels: ["MDL-1"] },
      [],
      "suitable",
      ["board.risk_officer_owns_models", "board.owner_recused"],
    ],
    ["holds another seat", "chair", {}, holds({}), "to_settle", ["board.candidate_holds_seat", "board.owns_no_model"]],
    ["held another seat", "chair", {}, holds({ endedAt: day("2026-01-01") }), "suitable", ["board.owns_no_model"]],
    [
      "is appointed",
      "chair",
      {},
      holds({ role: "chair", termStartAt: day("2027-01-01") }),
      "appointed",
      ["board.candidate_appointed"],
    ],
    ["has left", "chair", { isMember: false }, holds({}), "unavailable", ["board.candidate_left"]],
    [
      "is in quarantine",
      "chair",
      { isQuarantined: true },
      [],
      "to_settle",
      ["board.candidate_quarantined", "board.owns_no_model"],
    ],
    [
      "is named elsewhere",
      "chair",
      { alsoNamedFor: ["data_steward"] },
      [],
      "suitable",
      ["board.owns_no_model", "board.candidate_for_several"],
    ],
  ])("[BRD-146] %s", (_name, role, change, seats, outcome, codes) => {
    const verdict = assessCandidate(role, person(change), { seats, at: AT });
    expect(verdict.outcome).toBe(outcome);
    expect(verdict.reasons.map((reason) => reason.code)).toEqual(codes);
  });
});

describe("a plan", () => {
  const facts = { seats: [seat("holder", "2027-06-01")], members: new Set(["holder", "ann", "ben"]), at: AT };
  test.each<[string, readonly string[], readonly string[]]>([
    ["nobody", [], []],
    ["two members", ["ann", "ben"], []],
    ["a stranger", ["ann", "nobody"], ["1 board.person_unknown"]],
    ["somebody twice", ["ann", "ben", "ann"], ["2 board.candidate_twice"]],
    ["the holder of the seat", ["holder"], ["0 board.candidate_in_office"]],
    ["several at once", ["nobody", "holder"], ["0 board.person_unknown", "1 board.candidate_in_office"]],
  ])("[BRD-145] names %s", (_name, userIds, expected) => {
    const problems = findPlanProblems({ role: "data_steward", userIds }, facts);
    expect(problems.map(({ index, code }) => `${index} ${code}`)).toEqual(expected);
  });

  const id = "0b0e7a52-8a6f-4a52-9d4f-0a4b6b1b7a11";
  test.each<[string, object, boolean]>([
    ["five", { candidates: Array.from({ length: 5 }, () => ({ userId: id })) }, true],
    ["six", { candidates: Array.from({ length: 6 }, () => ({ userId: id })) }, false],
    ["a note of 500 characters", { candidates: [{ userId: id, note: "x".repeat(500) }] }, true],
    ["a note of 501", { candidates: [{ userId: id, note: "x".repeat(501) }] }, false],
    ["a role that is none", { role: "treasurer", candidates: [] }, false],
    ["no revision", { revision: undefined, candidates: [] }, false],
  ])("[BRD-145] is read: %s", (_name, given, isRead) => {
    expect(PlanRotationInput.safeParse({ role: "chair", revision: 0, ...given }).success).toBe(isRead);
  });
});

describe("quarters in which many leave", () => {
  const crowded = (seats: readonly NamedSeat[], zone = "UTC") =>
    deriveCrowdedQuarters(seats, AT, zone).map(({ quarter, ending, of }) => `${quarter}: ${ending.length} of ${of}`);
  const renewal = (userId: string, from: string, to: string) =>
    seat(userId, to, { reference: `MBR-${userId}-2`, termStartAt: day(from) });

  test.each([
    ["2027-01-01", "Q1 2027"],
    ["2027-03-31", "Q1 2027"],
    ["2027-04-01", "Q2 2027"],
    ["2027-12-31", "Q4 2027"],
  ])("[BRD-147] %s lies in %s", (date, quarter) => {
    expect(quarterOf(date)).toBe(quarter);
  });

  test.each<[string, readonly NamedSeat[], readonly string[]]>([
    [
      "half of four",
      [seat("a", "2027-04-01"), seat("b", "2027-06-30"), seat("c", "2028-01-01"), seat("d", "2029-01-01")],
      [],
    ],
    [
      "three of four",
      [seat("a", "2027-04-01"), seat("b", "2027-06-30"), seat("c", "2027-05-01"), seat("d", "2029-01-01")],
      ["Q2 2027: 3 of 4"],
    ],
    ["one of one", [seat("a", "2027-04-01")], []],
    ["two of two", [seat("a", "2027-04-01"), seat("b", "2027-05-01")], ["Q2 2027: 2 of 2"]],
    ["same quarter of other years", [seat("a", "2027-04-01"), seat("b", "2028-04-01"), seat("c", "2029-04-01")], []],
    [
      "one renewed out of it",
      [seat("a", "2027-04-01"), seat("b", "2027-05-01"), renewal("b", "2027-05-01", "2028-05-01")],
      [],
    ],
    [
      "renewed into it",
      [
        seat("a", "2027-04-01"),
        renewal("a", "2027-04-01", "2028-05-01"),
        seat("b", "2028-06-01"),
        seat("c", "2030-01-01"),
      ],
      ["Q2 2028: 2 of 3"],
    ],
    [
      "a successor is counted with the others",
      [
        seat("a", "2027-01-01"),
        seat("b", "2028-06-01"),
        seat("c", "2030-01-01"),
        renewal("d", "2027-01-01", "2028-04-01"),
      ],
      ["Q2 2028: 2 of 3"],
    ],
    [
      "those who left do not count",
      [seat("a", "2027-04-01"), seat("b", "2027-05-01", { isMember: false }), seat("c", "2029-01-01")],
      [],
    ],
  ])("[BRD-147] %s", (_name, seats, expected) => {
    expect(crowded(seats)).toEqual(expected);
  });

  test("[BRD-147] the quarter is that of the organisation's calendar", () => {
    const seats = [seat("a", "2027-04-01"), seat("b", "2027-04-01")].map((each) => ({
      ...each,
      termEndAt: new Date("2027-03-31T22:00:00.000Z"),
    }));
    expect([crowded(seats), crowded(seats, "Europe/Oslo")]).toEqual([["Q1 2027: 2 of 2"], ["Q2 2027: 2 of 2"]]);
  });
});
