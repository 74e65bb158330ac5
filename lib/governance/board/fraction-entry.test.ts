import fc from "fast-check";
import { expect, test } from "vitest";
import { formatFraction } from "../kernel/fraction.ts";
import { readFractionEntry } from "./fraction-entry.ts";

test.each([
  ["2/3", "2/3"],
  [" 2 / 3 ", "2/3"],
  ["2⁄3", "2/3"],
  ["4/6", "4/6"],
  ["0/5", "0/5"],
  ["1/1", "1/1"],
  ["-1/-2", "1/2"],
  ["999999/1000000", "999999/1000000"],
])("[BRD-111] `%s` is the fraction %s", (typed, meant) => {
  const entry = readFractionEntry(typed);
  expect(entry.outcome === "fraction" ? formatFraction(entry.fraction) : entry).toBe(meant);
});

test.each([
  ["0.67", ["2/3", "67/100"]],
  ["0,67", ["2/3", "67/100"]],
  ["0.66", ["2/3", "33/50"]],
  ["67%", ["2/3", "67/100"]],
  ["66.7 %", ["2/3", "667/1000"]],
  ["0.5", ["1/2"]],
  [".75", ["3/4"]],
  ["0.333", ["1/3", "333/1000"]],
  ["1", ["1/1"]],
  ["0.51", ["51/100"]],
])("[BRD-111] `%s` is asked about, never converted", (typed, candidates) => {
  const entry = readFractionEntry(typed);
  expect(entry.outcome === "asked" ? entry.candidates.map(formatFraction) : entry).toEqual(candidates);
});

test.each([
  ["", "fraction_missing"],
  ["   ", "fraction_missing"],
  ["0/0", "fraction_of_nothing"],
  ["1/0", "fraction_of_nothing"],
  ["5/4", "fraction_above_whole"],
  ["-1/2", "fraction_below_nothing"],
  ["−1/2", "fraction_below_nothing"],
  ["1/-2", "fraction_below_nothing"],
  ["-0.5", "fraction_below_nothing"],
  ["1.2", "fraction_above_whole"],
  ["150%", "fraction_above_whole"],
  ["1/1000001", "fraction_too_fine"],
  ["two thirds", "fraction_unreadable"],
  ["NaN", "fraction_unreadable"],
  ["1e309", "fraction_unreadable"],
  ["1/2/3", "fraction_unreadable"],
  [".", "fraction_unreadable"],
])("[BRD-111] `%s` is refused as %s", (typed, code) => {
  expect(readFractionEntry(typed)).toMatchObject({ outcome: "refused", code });
});

test("[BRD-111] every fraction from 0 to 1 is taken as it is written", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000_000 }), fc.nat(), (denominator, part) => {
      const fraction = { numerator: part % (denominator + 1), denominator };
      expect(readFractionEntry(formatFraction(fraction))).toEqual({ outcome: "fraction", fraction });
    }),
  );
});

test("[BRD-111] whatever is typed, the answer is a fraction in [0, 1], a question or a reason", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ maxLength: 80 }), fc.float().map(String)), (typed) => {
      const entry = readFractionEntry(typed);
      const fractions =
        entry.outcome === "fraction" ? [entry.fraction] : entry.outcome === "asked" ? entry.candidates : [];
      for (const { numerator, denominator } of fractions)
        expect(numerator <= denominator && denominator > 0).toBe(true);
    }),
  );
});
