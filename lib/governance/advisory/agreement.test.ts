import { describe, expect, test } from "vitest";
import { agrees, type SettledAdvice, toAgreement } from "./agreement.ts";
import type { Provider, Recommendation, SettledOutcome } from "./schema.ts";

describe("whether advice and decision agree", () => {
  test.each<[Recommendation, SettledOutcome, boolean | null]>([
    ["support", "approved", true],
    ["support", "conditional", true],
    ["support", "rejected", false],
    ["oppose", "rejected", true],
    ["oppose", "approved", false],
    ["oppose", "conditional", false],
    ["support", "deferred", null],
    ["oppose", "withdrawn", null],
    ["neutral", "approved", null],
    ["neutral", "rejected", null],
  ])("[ADV-104] %s and %s", (recommendation, outcome, expected) => {
    expect(agrees(recommendation, outcome)).toBe(expected);
  });
});

const given = (
  provider: Provider,
  recommendation: Recommendation,
  outcome: SettledOutcome | null,
  day = 1,
): SettledAdvice => ({
  provider,
  recommendation,
  isFailed: false,
  settled: outcome === null ? null : { outcome, decidedAt: new Date(Date.UTC(2026, 2, day)) },
});

test("[ADV-4] the agreement rate is per provider, whole and over time", () => {
  const { providers } = toAgreement([
    given("rule_based", "support", null),
    { ...given("language_model", "neutral", "approved"), isFailed: true },
    given("rule_based", "support", "approved", 1),
    given("rule_based", "neutral", "rejected", 2),
    given("rule_based", "oppose", "approved", 3),
    given("rule_based", "oppose", "rejected", 4),
  ]);
  expect(providers.map(({ provider, given: count, failed }) => [provider, count, failed])).toEqual([
    ["rule_based", 5, 0],
    ["language_model", 1, 1],
  ]);
  expect(providers[0]).toMatchObject({ compared: 3, agreed: 2, agreementRatio: 2 / 3 });
  expect(providers[0]?.comparisons.map((each) => each.rateSoFarRatio)).toEqual([1, 1 / 2, 2 / 3]);
  expect(providers[1]).toMatchObject({ compared: 0, agreementRatio: null, comparisons: [] });
});

test("[ADV-4] nothing given is nobody's rate, and only the latest 24 are listed", () => {
  expect(toAgreement([])).toEqual({ providers: [] });
  const many = Array.from({ length: 30 }, (_, index) => given("rule_based", "support", "approved", index + 1));
  expect(toAgreement(many).providers[0]).toMatchObject({ compared: 30, agreed: 30 });
  expect(toAgreement(many).providers[0]?.comparisons).toHaveLength(24);
});

test("[ADV-105] a comparison names neither proposal nor recommendation", () => {
  const [provider] = toAgreement([given("rule_based", "support", "approved")]).providers;
  expect(Object.keys(provider?.comparisons[0] ?? {}).sort()).toEqual(["decidedAt", "isAgreement", "rateSoFarRatio"]);
});
