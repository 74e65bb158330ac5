import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { MemberFacts } from "./board-view.ts";
import { type QuorumRules, STANDARD_QUORUM_RULES } from "./decision-right.ts";
import { sayForecast } from "./forecast-sentence.ts";
import { readForecastQuestion, toForecastView } from "./forecast-view.ts";
import { assessQuorumCapability } from "./quorum-capability.ts";
import { findQuorumLoss, forecastQuorum, listForecastSteps } from "./quorum-forecast.ts";

const NOW = new Date("2026-11-20T12:00:00.000Z");
const day = (date: string) => new Date(`${date}T00:00:00.000Z`);
const AFTER_RECUSAL: QuorumRules = { ...STANDARD_QUORUM_RULES, base: "entitled_after_recusal" };

function seat(name: string, endOn = "2030-01-01", change: Partial<MemberFacts> = {}): MemberFacts {
  return {
    reference: `MBR-${name}`,
    userId: name,
    name,
    role: "data_steward",
    department: "",
    expertise: [],
    termStartAt: day("2025-01-01"),
    termEndAt: day(endOn),
    endedAt: null,
    endReason: null,
    isMember: true,
    ...change,
  };
}
const board = (...names: string[]) => names.map((name) => seat(name));
const ask = (seats: readonly MemberFacts[], on: string, recused: string[] = [], rules = STANDARD_QUORUM_RULES) =>
  forecastQuorum(seats, rules, { now: NOW, at: day(on), recusedUserIds: recused });

describe("a forecast", () => {
  const seven = board("A", "B", "C", "D", "E", "F", "G");
  const untilMay = [seat("Amara", "2027-05-12"), ...board("B", "C", "D")];
  test.each<[string, readonly MemberFacts[], string, string[], QuorumRules, [number, number, number], string]>([
    ["all there", seven, "2027-05-12", [], STANDARD_QUORUM_RULES, [7, 7, 4], "achievable"],
    ["as many out as may be", seven, "2027-05-12", ["A", "B", "C"], STANDARD_QUORUM_RULES, [7, 4, 4], "achievable"],
    ["one more", seven, "2027-05-12", ["A", "B", "C", "D"], STANDARD_QUORUM_RULES, [7, 3, 4], "out_of_reach"],
    [
      "one more, recused out of the base",
      seven,
      "2027-05-12",
      ["A", "B", "C", "D"],
      AFTER_RECUSAL,
      [7, 3, 2],
      "achievable",
    ],
    ["down to one, out of the base", board("A", "B"), "2027-05-12", ["A"], AFTER_RECUSAL, [2, 1, 2], "out_of_reach"],
    ["the day before a term ends", untilMay, "2027-05-11", ["B"], STANDARD_QUORUM_RULES, [4, 3, 3], "achievable"],
    ["the day it ends", untilMay, "2027-05-12", ["B"], STANDARD_QUORUM_RULES, [3, 2, 2], "achievable"],
    [
      "the day it ends, two recused",
      untilMay,
      "2027-05-12",
      ["B", "C"],
      STANDARD_QUORUM_RULES,
      [3, 1, 2],
      "out_of_reach",
    ],
    ["nobody left", [seat("A", "2027-01-01")], "2027-05-12", [], STANDARD_QUORUM_RULES, [0, 0, 2], "out_of_reach"],
    [
      "an advisor does not count",
      [...board("A", "B"), seat("V", "2030-01-01", { role: "external_advisor" })],
      "2027-05-12",
      ["A"],
      STANDARD_QUORUM_RULES,
      [2, 1, 2],
      "out_of_reach",
    ],
    [
      "a recusal of somebody whose term is over changes nothing",
      untilMay,
      "2027-05-12",
      ["Amara"],
      STANDARD_QUORUM_RULES,
      [3, 3, 2],
      "achievable",
    ],
  ])("[BRD-148] %s", (_name, seats, on, recused, rules, [held, available, required], outcome) => {
    expect(ask(seats, on, recused, rules)).toMatchObject({ outcome, seats: held, available, required });
  });

  test("[BRD-148] says of each member how they stand: renewed members stay, appointed ones join", () => {
    const seats = [
      seat("Old", "2027-05-01"),
      seat("Ren", "2027-05-01"),
      seat("Ren", "2029-05-01", { reference: "MBR-Ren-2", termStartAt: day("2027-05-01") }),
      seat("New", "2029-05-01", { termStartAt: day("2027-05-01") }),
      seat("Rec"),
    ];
    const standing = ask(seats, "2027-05-12", ["Rec"]).members.map(
      ({ seat: { name, reference }, standing: how, isJoining }) => `${name} ${reference} ${how} ${isJoining}`,
    );
    expect(standing.toSorted()).toEqual([
      "New MBR-New takes_part true",
      "Old MBR-Old term_over false",
      "Rec MBR-Rec recused false",
      "Ren MBR-Ren-2 takes_part false",
    ]);
  });

  test("[BRD-148] without suppositions it agrees with the board's capability of that instant", () => {
    const seats = fc.array(
      fc.record({ start: fc.integer({ min: -900, max: 500 }), length: fc.integer({ min: 1, max: 900 }) }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(seats, fc.integer({ min: 0, max: 900 }), (terms, ahead) => {
        const at = new Date(NOW.getTime() + ahead * 86_400_000);
        const members = terms.map(({ start, length }, index) =>
          seat(`M${index}`, "2030-01-01", {
            termStartAt: new Date(NOW.getTime() + start * 86_400_000),
            termEndAt: new Date(NOW.getTime() + (start + length) * 86_400_000),
          }),
        );
        const forecast = forecastQuorum(members, STANDARD_QUORUM_RULES, { now: NOW, at, recusedUserIds: [] });
        const capability = assessQuorumCapability(members, STANDARD_QUORUM_RULES, at);
        expect([forecast.outcome, forecast.required, forecast.available]).toEqual([
          capability.outcome,
          capability.required,
          capability.votingMembers.length,
        ]);
      }),
    );
  });
});

describe("the sentence", () => {
  const three = [seat("Amara", "2027-05-12"), seat("Bo", "2027-05-12"), ...board("Cy", "Di", "Ed")];
  test.each<[string, readonly MemberFacts[], string[], string]>([
    [
      "nobody out",
      board("A", "B", "C"),
      [],
      "A quorum can be reached on 12 May 2027. 3 of 3 voting members can take part, and 2 must. Up to 1 more may be missing.",
    ],
    [
      "one recused, one over",
      [seat("Amara", "2027-05-12"), ...board("Bo", "Cy")],
      ["Bo"],
      "If Bo is recused and Amara’s term is over: no quorum on 12 May 2027. 1 of 2 voting members can take part, and 2 must.",
    ],
    [
      "two recused, two over",
      three,
      ["Cy", "Di"],
      "If Cy and Di are recused and the terms of Amara and Bo are over: no quorum on 12 May 2027. 1 of 3 voting members can take part, and 2 must.",
    ],
    [
      "just enough",
      three,
      ["Cy"],
      "If Cy is recused and the terms of Amara and Bo are over: a quorum can be reached on 12 May 2027. 2 of 3 voting members can take part, and 2 must. Nobody else may be missing.",
    ],
    ["nobody at all", [], [], "No quorum on 12 May 2027. Nobody with a vote is in office."],
  ])("[BRD-149] %s", (_name, seats, recused, expected) => {
    expect(sayForecast(ask(seats, "2027-05-12", recused), "2027-05-12")).toBe(expected);
  });
});

describe("the year ahead", () => {
  test("[BRD-150] lists what changes, a renewal not, and nothing after twelve months", () => {
    const seats = [
      ...board("A", "B"),
      seat("C", "2027-02-01"),
      seat("D", "2027-02-01", { termStartAt: day("2027-02-01"), termEndAt: day("2029-02-01") }),
      seat("E", "2027-03-01"),
      seat("E", "2029-03-01", { reference: "MBR-E-2", termStartAt: day("2027-03-01") }),
      seat("F", "2027-11-21"),
      seat("V", "2027-04-01", { role: "external_advisor" }),
    ];
    const steps = listForecastSteps(seats, STANDARD_QUORUM_RULES, { now: NOW, recusedUserIds: [] });
    const told = steps.map((step) => {
      const names = (list: readonly MemberFacts[]) => list.map((each) => each.name).join();
      return `${step.at.toISOString().slice(0, 10)} -${names(step.leaving)} +${names(step.joining)} ${step.forecast.available}`;
    });
    expect(told).toEqual(["2027-02-01 -C +D 5"]);
  });

  test.each<[string, readonly MemberFacts[], string | null]>([
    ["never", board("A", "B"), null],
    ["by the term that leaves one", [seat("A"), seat("B", "2027-06-01"), seat("C", "2027-03-01")], "2027-06-01"],
    [
      "not where somebody follows",
      [seat("A"), seat("B", "2027-06-01"), seat("C", "2029-06-01", { termStartAt: day("2027-06-01") })],
      null,
    ],
    ["after twelve months", [seat("A"), seat("B", "2027-11-21")], null],
    ["at twelve months", [seat("A"), seat("B", "2027-11-20")], "2027-11-20"],
    ["lost already", board("A"), "now"],
  ])("[BRD-150] the quorum is lost: %s", (_name, seats, expected) => {
    const loss = findQuorumLoss(seats, STANDARD_QUORUM_RULES, NOW);
    expect(loss).toEqual(expected === null ? null : expected === "now" ? NOW : day(expected));
  });
});

describe("a question", () => {
  const facts = { seats: board("A", "B"), today: "2026-11-20" };
  test.each<[string, { on?: string; recused?: string[] }, readonly string[]]>([
    ["nothing said", {}, []],
    ["today", { on: "2026-11-20" }, []],
    ["in five years", { on: "2031-11-20" }, []],
    ["yesterday", { on: "2026-11-19" }, ["on"]],
    ["a day later than five years", { on: "2031-11-21" }, ["on"]],
    ["a seat of nobody", { recused: ["MBR-A", "MBR-X"] }, ["recused.1"]],
    ["both", { on: "1999-01-01", recused: ["MBR-X"] }, ["on", "recused.0"]],
  ])("[BRD-151] %s", (_name, { on, recused = [] }, paths) => {
    const { errors } = readForecastQuestion({ on, recused }, facts);
    expect(errors.map((error) => error.path)).toEqual(paths);
  });

  test("[BRD-148] a day begins in the organisation's time zone, and empties required seats", () => {
    const seats = [
      seat("A", "2030-01-01", { role: "chair", termEndAt: new Date("2027-05-11T22:00:00.000Z") }),
      ...board("B", "C"),
    ];
    const rest = {
      at: NOW,
      timeZone: "Europe/Oslo",
      seats,
      rules: STANDARD_QUORUM_RULES,
      requiredRoles: ["chair"],
    } as const;
    const on = (date: string) => toForecastView({ on: date, recusedUserIds: [] }, rest);
    expect([on("2027-05-11").votingSeats, on("2027-05-11").vacantRequiredRoles]).toEqual([3, []]);
    expect([on("2027-05-12").votingSeats, on("2027-05-12").vacantRequiredRoles]).toEqual([2, ["chair"]]);
    expect(on("2027-05-12").steps.map((step) => step.on)).toEqual(["2027-05-12"]);
  });
});
