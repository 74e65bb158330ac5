import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { EscalationAudience } from "../board/charter.ts";
import { toCharterContent } from "../board/charter-template.ts";
import { addHours } from "../kernel/calendar.ts";
import { dueSteps, nextStepAt, overdueSteps, type PathFacts, toSteps } from "./path.ts";

type Steps = EscalationAudience[][];
const AT = new Date("2026-11-20T09:00:00.000Z");
const open: PathFacts = {
  ...{ status: "open", severeSince: AT, respondBy: addHours(AT, 24), pathStep: 0, isReminded: false },
};
const after = (hours: number) => addHours(AT, hours);
const told = (facts: PathFacts, steps: Steps, hours: number) =>
  dueSteps(facts, { steps }, after(hours)).map(({ kind, step, audiences, isLate }) =>
    [kind, step, audiences.join("+"), ...(isLate ? ["late"] : [])].join(" "),
  );

describe("the path of the charter", () => {
  test.each<[string, Steps, Steps]>([
    ["as it is", [["team"], ["risk_officer"], ["chair"]], [["team"], ["risk_officer"], ["chair"]]],
    ["one step", [["chair"]], [["chair"]]],
    ["without a chair", [["team"]], [["team"], ["chair"]]],
    ["a loop", [["team"], ["risk_officer"], ["team"], ["chair"]], [["team"], ["risk_officer"], ["chair"]]],
    ["a loop that begins with the chair", [["chair"], ["board"], ["chair"]], [["chair"], ["board"], ["chair"]]],
    ["the same step twice", [["board"], ["board"], ["chair"]], [["board"], ["chair"]]],
    [
      "a step that adds somebody",
      [["board"], ["board", "executive"], ["chair"]],
      [["board"], ["board", "executive"], ["chair"]],
    ],
  ])("[ESC-105] %s", (_name, steps, walked) => {
    expect(toSteps({ steps })).toEqual(walked);
  });

  test("[ESC-105] whatever the path says, it ends at the chair and every overdue path has a step", () => {
    const audience = fc.constantFrom<EscalationAudience>(
      "team",
      "model_owner",
      "risk_officer",
      "board",
      "executive",
      "chair",
    );
    fc.assert(
      fc.property(
        fc.array(fc.array(audience, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 7 }),
        (steps) => {
          expect(toSteps({ steps }).at(-1)).toContain("chair");
          expect(overdueSteps({ steps }).length).toBeGreaterThan(0);
          expect(overdueSteps({ steps }).at(-1)).toContain("chair");
        },
      ),
    );
  });
});

const path: Steps = [["team"], ["risk_officer"], ["chair"]];

describe("what is due", () => {
  test.each<[string, Partial<PathFacts>, Steps, number, string[]]>([
    ["nothing before half time", {}, path, 11.99, []],
    ["a reminder at half time", {}, path, 12, ["half_time 0 team"]],
    ["nothing more after it", { isReminded: true }, path, 23.99, []],
    ["the second step at the deadline", { isReminded: true }, path, 24, ["step 1 risk_officer"]],
    ["once only", { isReminded: true, pathStep: 1 }, path, 35.99, []],
    ["the chair half a time later", { isReminded: true, pathStep: 1 }, path, 36, ["step 2 chair"]],
    ["and nothing after the chair", { isReminded: true, pathStep: 2 }, path, 900, []],
    ["acknowledged: no reminder", { status: "acknowledged" }, path, 12, []],
    ["acknowledged: overdue all the same", { status: "acknowledged" }, path, 24, ["step 1 risk_officer"]],
    ["resolved: nothing", { status: "resolved" }, path, 900, []],
    ["a path of one step tells its one once more", { isReminded: true }, [["chair"]], 24, ["step 1 chair"]],
    [
      "after a standstill all of them, in order, late",
      {},
      path,
      40,
      ["half_time 0 team late", "step 1 risk_officer late", "step 2 chair late"],
    ],
    ["five minutes late are not late", { isReminded: true }, path, 24 + 5 / 60, ["step 1 risk_officer"]],
    [
      "one that became that severe after its deadline has no half time, and nothing of it is late",
      { respondBy: addHours(AT, -30) },
      path,
      0,
      ["step 1 risk_officer"],
    ],
    ["its next step comes five minutes later", { respondBy: addHours(AT, -30), pathStep: 1 }, path, 4.99 / 60, []],
    ["and no later than that", { respondBy: addHours(AT, -30), pathStep: 1 }, path, 5 / 60, ["step 2 chair"]],
    ["a second more is", { isReminded: true }, path, 24 + 5 / 60 + 1 / 3600, ["step 1 risk_officer late"]],
  ])("[ESC-8] [ESC-104] [ESC-106] %s", (_name, facts, steps, hours, expected) => {
    expect(told({ ...open, ...facts }, steps, hours)).toEqual(expected);
  });

  test("[ESC-106] however the sweeps fall, each step is told once and in order", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 60 * 60 }), { minLength: 1, maxLength: 12 }), (minutes) => {
        const order: string[] = [];
        let facts = open;
        for (const at of [...minutes.toSorted((a, b) => a - b), 4_000].map((each) => after(each / 60))) {
          for (const { kind, step } of dueSteps(facts, { steps: path }, at)) {
            order.push(`${kind} ${step}`);
            facts = {
              ...facts,
              isReminded: facts.isReminded || kind === "half_time",
              pathStep: Math.max(facts.pathStep, step),
            };
          }
        }
        expect(order).toEqual(["half_time 0", "step 1", "step 2"]);
        expect(nextStepAt(facts, { steps: path })).toBeNull();
      }),
    );
  });

  test("[ESC-8] the standard charter's paths, first step and overdue ones", () => {
    const { escalationPaths } = toCharterContent("standard", "Northwind");
    const words = Object.entries(escalationPaths).map(([severity, each]) => [
      severity,
      each.respondWithinHours,
      toSteps(each)[0]?.join("+"),
      overdueSteps(each)
        .map((step) => step.join("+"))
        .join(", "),
    ]);
    expect(words).toEqual([
      ["low", 168, "team", "risk_officer, chair"],
      ["medium", 48, "chair", "chair"],
      ["high", 24, "board", "chair"],
      ["critical", 4, "board+executive", "chair"],
    ]);
  });
});
