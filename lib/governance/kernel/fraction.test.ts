import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Comparison, Fraction, formatFraction, leastPart, reaches } from "./fraction.ts";

const fractions = fc
  .tuple(fc.integer({ min: 0, max: 1_000 }), fc.integer({ min: 1, max: 1_000 }))
  .map(([a, b]) => ({ numerator: Math.min(a, b), denominator: Math.max(a, b) }));
const comparisons = fc.constantFrom<Comparison>("at_least", "more_than");

describe("fraction", () => {
  it.each([
    ["two thirds of 3 is 2, exactly", 2, 3, 2, 3, "at_least", true],
    ["0.67 would say no to 2 of 3", 2, 3, 67, 100, "at_least", false],
    ["half is not more than half", 2, 4, 1, 2, "more_than", false],
    ["half is at least half", 2, 4, 1, 2, "at_least", true],
    ["nothing of nothing is not more than nothing", 0, 0, 0, 1, "more_than", false],
    ["large counts stay exact", 333_333_333, 1_000_000_000, 333_333, 1_000_000, "more_than", true],
  ] as const)("[KRN-1] %s", (_name, part, whole, numerator, denominator, comparison, expected) => {
    expect(reaches(part, whole, { numerator, denominator }, comparison)).toBe(expected);
  });

  it("[KRN-1] the least part reaches, and one less does not", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 5_000 }), fractions, comparisons, (whole, fraction, comparison) => {
        const least = leastPart(whole, fraction, comparison);
        expect(reaches(least, whole, fraction, comparison)).toBe(true);
        if (least > 0) expect(reaches(least - 1, whole, fraction, comparison)).toBe(false);
      }),
    );
  });

  it.each([
    ["0/0", 0, 0],
    ["5/4", 5, 4],
    ["-1/2", -1, 2],
    ["a half as a float", 0.5, 1],
  ])("[KRN-1] %s is no fraction", (_name, numerator, denominator) => {
    expect(Fraction.safeParse({ numerator, denominator }).success).toBe(false);
  });

  it("[KRN-1] is shown as a fraction", () => {
    expect(formatFraction({ numerator: 2, denominator: 3 })).toBe("2/3");
  });
});
