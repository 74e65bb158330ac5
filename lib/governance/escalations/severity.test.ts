import { describe, expect, test } from "vitest";
import { raiseOf, ratedOf } from "./item-fixture.ts";
import { Category, NeverAutonomous } from "./schema.ts";
import { assessSeverity, type SeverityFacts, toComputed } from "./severity.ts";

const quiet: SeverityFacts = {
  ...{ given: null, trigger: null, impactCents: null, deadlineMinutes: null, stage: null, category: null },
  keyStages: [3, 5, 16, 23],
};

describe("points", () => {
  test.each<[string, Partial<SeverityFacts>, number]>([
    ["nothing", {}, 0],
    ["no money", { impactCents: 0 }, 0],
    ["a cent", { impactCents: 1 }, 1],
    ["100 dollars", { impactCents: 10_000 }, 1],
    ["100 dollars and a cent", { impactCents: 10_001 }, 2],
    ["1000 dollars", { impactCents: 100_000 }, 2],
    ["1000 dollars and a cent", { impactCents: 100_001 }, 3],
    ["a minute under 4 h", { deadlineMinutes: 239 }, 3],
    ["4 h", { deadlineMinutes: 240 }, 2],
    ["a minute under 24 h", { deadlineMinutes: 1_439 }, 2],
    ["24 h", { deadlineMinutes: 1_440 }, 1],
    ["a minute under 72 h", { deadlineMinutes: 4_319 }, 1],
    ["72 h", { deadlineMinutes: 4_320 }, 0],
    ["stage 2", { stage: 2 }, 0],
    ["stage 3", { stage: 3 }, 2],
    ["stage 4", { stage: 4 }, 0],
    ["stage 5", { stage: 5 }, 2],
    ["stage 15", { stage: 15 }, 0],
    ["stage 16", { stage: 16 }, 2],
    ["stage 17", { stage: 17 }, 0],
    ["stage 23", { stage: 23 }, 2],
    ["stage 24", { stage: 24 }, 0],
    ["an ordinary category", { category: "monitoring_alert" }, 0],
    ["a never-autonomous category", { category: "brand_risk" }, 5],
    ["all of it", { impactCents: 100_001, deadlineMinutes: 1, stage: 3, category: "data_breach" }, 13],
  ])("[ESC-1] %s", (_name, facts, score) => {
    const assessed = assessSeverity({ ...quiet, ...facts });
    expect(assessed.score).toBe(score);
    expect(assessed.parts.reduce((sum, part) => sum + Number(part.facts.points), 0)).toBe(score);
  });

  test("[ESC-1] every never-autonomous category has 5 points and no other has any", () => {
    for (const category of Category.options) {
      const { score } = assessSeverity({ ...quiet, category });
      expect(`${category} ${score}`).toBe(`${category} ${NeverAutonomous.safeParse(category).success ? 5 : 0}`);
    }
  });

  test.each([
    [0, "low"],
    [2, "low"],
    [3, "medium"],
    [4, "medium"],
    [5, "high"],
    [7, "high"],
    [8, "critical"],
    [13, "critical"],
  ])("[ESC-1] a score of %i is %s", (score, severity) => {
    expect(toComputed(score)).toBe(severity);
  });

  test("[ESC-1] the stages that count are a setting", () => {
    expect(assessSeverity({ ...quiet, stage: 4, keyStages: [4] }).score).toBe(2);
    expect(assessSeverity({ ...quiet, stage: 3, keyStages: [] }).score).toBe(0);
  });
});

describe("given, computed and matched", () => {
  test.each<[string, Partial<SeverityFacts>, string]>([
    ["given is higher", { given: "high" }, "high"],
    ["computed is higher", { given: "low", category: "data_breach" }, "high"],
    ["both are equal", { given: "high", category: "data_breach" }, "high"],
    ["a trigger is higher than both", { given: "low", trigger: "harmful_outputs" }, "critical"],
    ["a trigger is lower", { given: "critical", trigger: "training_needs" }, "critical"],
  ])("[ESC-1] [ESC-2] the highest holds: %s", (_name, facts, severity) => {
    expect(assessSeverity({ ...quiet, ...facts }).severity).toBe(severity);
  });

  test("[ESC-1] money and deadline come from what was typed, rounded so that 3.999 h stays under 4 h", () => {
    const [item] = ratedOf([raiseOf({ financialImpactUsd: 1000.01, deadlineHours: 3.999, stage: 3 })]);
    expect([item?.score, item?.severity]).toEqual([8, "critical"]);
    const [other] = ratedOf([raiseOf({ financialImpactUsd: 1000, deadlineHours: 4, stage: 3 })]);
    expect([other?.score, other?.severity]).toEqual([6, "high"]);
  });
});
