import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deriveRiskScore, NO_ESCALATIONS } from "./risk-score.ts";
import { Tier } from "./schema.ts";

const quiet = { overall: { numerator: 1, denominator: 1 }, isReviewDue: false, openEscalations: NO_ESCALATIONS };

describe("risk score", () => {
  it.each([
    ["tier_1_low", 10],
    ["tier_2_medium", 30],
    ["tier_3_high", 55],
    ["tier_4_critical", 75],
  ] as const)("[REG-8] %s begins at %d", (tier, score) => {
    expect(deriveRiskScore({ ...quiet, tier }).score).toBe(score);
  });

  it.each([
    ["a perfect scorecard adds nothing", { overall: { numerator: 1, denominator: 1 } }, 10],
    ["0.7 adds 4.5, rounded up", { overall: { numerator: 7, denominator: 10 } }, 15],
    ["0.97 adds 0.45, rounded down", { overall: { numerator: 97, denominator: 100 } }, 10],
    ["an overdue review adds 5", { isReviewDue: true }, 15],
    ["one critical escalation adds 10", { openEscalations: { ...NO_ESCALATIONS, critical: 1 } }, 20],
    ["a high, a medium and a low add 9", { openEscalations: { critical: 0, high: 1, medium: 1, low: 1 } }, 19],
    ["escalations add at most 20", { openEscalations: { critical: 9, high: 9, medium: 9, low: 9 } }, 30],
  ])("[REG-8] %s", (_name, changes, score) => {
    expect(deriveRiskScore({ ...quiet, tier: "tier_1_low", ...changes }).score).toBe(score);
  });

  it("[REG-103] a model without a scorecard carries the whole gap", () => {
    expect(deriveRiskScore({ ...quiet, tier: "tier_1_low", overall: null }).score).toBe(25);
  });

  it("[REG-8] is a whole number from 0 to 100 and its contributions explain it", () => {
    const input = fc.record({
      tier: fc.constantFrom(...Tier.options),
      overall: fc.option(fc.integer({ min: 0, max: 10_000 }).map((numerator) => ({ numerator, denominator: 10_000 }))),
      isReviewDue: fc.boolean(),
      openEscalations: fc.record({ critical: fc.nat(30), high: fc.nat(30), medium: fc.nat(30), low: fc.nat(30) }),
    });
    fc.assert(
      fc.property(input, (facts) => {
        const { score, contributions } = deriveRiskScore(facts);
        const sum = contributions.reduce((total, { points }) => total + points, 0);
        return Number.isInteger(score) && score >= 0 && score <= 100 && score === Math.min(sum, 100);
      }),
    );
  });
});
