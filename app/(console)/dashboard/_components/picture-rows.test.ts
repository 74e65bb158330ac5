import { describe, expect, test } from "vitest";
import type { Pictures } from "@/lib/governance/dashboard/schema";
import { bandRows, isOverdueDrawn, reviewRows, reviewSentence, riskRows, riskSentence } from "./picture-rows";

type Point = Pictures["riskOverTime"][number];
const point = (at: string, mean: number, highest = mean): Point => ({
  at,
  tiers: [
    { tier: "tier_4_critical", models: 1, meanRisk: mean, highestRisk: highest },
    { tier: "tier_1_low", models: 1, meanRisk: 10, highestRisk: 12 },
  ],
});
const week = (due: number) => ({ weekStart: "2026-11-16T00:00:00.000Z", due });

describe("risk over time", () => {
  const [before, crossed, now] = ["2026-10-05T00:00:00.000Z", "2026-10-12T00:00:00.000Z", "2026-10-19T00:00:00.000Z"];
  test.each([
    ["below", [point(before, 74.9), point(now, 74.9)], "No tier is at or above 75 on average."],
    [
      "above without a break since a day",
      [point(before, 80), point(before, 74.9), point(crossed, 75), point(now, 90)],
      "Tier 4 critical (since 12 Oct) is at or above 75 on average.",
    ],
    ["above all the time", [point(before, 80), point(now, 80)], "Tier 4 critical is at or above 75 on average."],
    ["above once, not now", [point(before, 80), point(now, 70)], "No tier is at or above 75 on average."],
  ])("%s", (_name, points, expected) => {
    expect(riskSentence(points, "UTC")).toContain(expected);
  });
  test("a row holds the mean of each tier and the highest of all", () => {
    expect(riskRows([point(now, 80, 91)])).toEqual([{ at: now, tier_4_critical: 80, tier_1_low: 10, highest: 91 }]);
  });
});

describe("reviews due", () => {
  test.each([
    ["four times the fullest week is drawn", { overdue: 12, weeks: [week(3), week(1)] }, true],
    ["more would dwarf the weeks", { overdue: 13, weeks: [week(3), week(1)] }, false],
    ["nothing ahead to be dwarfed", { overdue: 900, weeks: [week(0)] }, true],
    ["nothing overdue", { overdue: 0, weeks: [week(3)] }, false],
  ])("%s", (_name, reviews, expected) => {
    expect(isOverdueDrawn(reviews)).toBe(expected);
    expect(reviewRows(reviews)[0]?.overdue).toBe(expected ? reviews.overdue : 0);
  });
  test("the sentence names what the picture leaves out", () => {
    expect(reviewSentence({ overdue: 1_052, weeks: [week(3), week(0)] })).toBe(
      "3 reviews are due in the next 2 weeks, 1,052 are overdue (too many to draw beside the weeks).",
    );
  });
});

test("risk bands are named by their whole points, the highest first", () => {
  const rows = bandRows([{ tier: "tier_4_critical", counts: [1, 2, 3, 4] }]);
  expect(rows).toEqual([
    { label: "75 to 100", tier_4_critical: 4 },
    { label: "50 to 74", tier_4_critical: 3 },
    { label: "25 to 49", tier_4_critical: 2 },
    { label: "0 to 24", tier_4_critical: 1 },
  ]);
});
