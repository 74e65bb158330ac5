import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { moneySchema, toCents, toUsd } from "./money.ts";

describe("money", () => {
  test.each([
    ["nothing", 0, 0],
    ["a cent", 0.01, 1],
    ["what a float cannot say exactly", 1.1, 110],
    ["0.29", 0.29, 29],
    ["a thousand", 1000, 100_000],
    ["the most", 10_000_000_000_000, 1_000_000_000_000_000],
  ])("[PRT-133] %s is whole cents", (_name, usd, cents) => {
    expect(toCents(usd)).toBe(cents);
    expect(toUsd(cents)).toBe(usd);
  });

  test("[PRT-133] every whole number of cents survives the way out and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000_000_000 }), (cents) => toCents(toUsd(cents)) === cents),
    );
  });

  test.each([
    ["negative", -0.01],
    ["infinite", Number.POSITIVE_INFINITY],
    ["not a number", Number.NaN],
    ["finer than a cent", 0.001],
    ["more than there is", 10_000_000_000_000.5],
    ["text", "12"],
    ["nothing at all", null],
  ])("[PRT-133] %s is refused", (_name, value) => {
    expect(moneySchema("The allocation").safeParse(value).success).toBe(false);
  });
});
