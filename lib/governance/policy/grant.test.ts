import { describe, expect, test } from "vitest";
import {
  deriveGrantState,
  findGrantObstacle,
  findTermProblems,
  type GrantFacts,
  isDueForRenewal,
  isEndingSoon,
  planRenewal,
} from "./grant.ts";
import { ExceptionTerms, type GrantTerms, RiskAcceptanceTerms } from "./grant-terms.ts";

const model = "MDL-7K3M9Q2A";
const risk = {
  ...{ about: "model", model, risk: "Wrong at night", residualRisk: "medium", residualExplanation: "A nurse looks" },
  ...{ measures: ["A nurse reads every refusal"], until: "2026-06-30" },
};
const exception = { about: "unit", unit: "Claims", rule: "Two reviewers", limits: "One a month", until: "2026-06-30" };
const accepted = (change: object = {}): GrantTerms => ({
  kind: "risk_acceptance",
  terms: RiskAcceptanceTerms.parse({ ...risk, ...change }),
});
const excepted = (change: object = {}): GrantTerms => ({
  kind: "exception_grant",
  terms: ExceptionTerms.parse({ ...exception, ...change }),
});

describe("the terms", () => {
  const pathsOf = (schema: typeof RiskAcceptanceTerms | typeof ExceptionTerms, given: object) =>
    schema.safeParse(given).error?.issues.map((issue) => issue.path.join(".")) ?? [];

  test.each([
    ["a model that is not named", { ...risk, model: undefined }, "model"],
    ["a model and a matter", { ...risk, named: "Statistics" }, "named"],
    ["a matter without words", { ...risk, about: "named", model: undefined }, "named"],
    ["a residual risk that is no level", { ...risk, residualRisk: "none" }, "residualRisk"],
    ["no explanation", { ...risk, residualExplanation: "" }, "residualExplanation"],
    ["no measure", { ...risk, measures: [] }, "measures"],
    ["an empty measure", { ...risk, measures: [" "] }, "measures.0"],
    ["21 measures", { ...risk, measures: Array.from({ length: 21 }, () => "One") }, "measures"],
    ["a day that is an instant", { ...risk, until: "2026-06-30T00:00:00Z" }, "until"],
    ["an unknown field", { ...risk, until_: "2026-06-30" }, ""],
  ])("[VOT-170] refused: %s", (_name, given, path) => expect(pathsOf(RiskAcceptanceTerms, given)).toContain(path));

  test.each([
    ["no rule", { ...exception, rule: "" }, "rule"],
    ["no unit", { ...exception, unit: undefined }, "unit"],
    ["a unit and a model", { ...exception, model }, "model"],
    ["no limits", { ...exception, limits: " " }, "limits"],
    ["a day that no calendar has", { ...exception, until: "2026-06-31" }, "until"],
  ])("[VOT-171] refused: %s", (_name, given, path) => expect(pathsOf(ExceptionTerms, given)).toContain(path));
});

describe("where it stands", () => {
  test.each([
    ["before its last day", "2026-06-29", false, "in_force", true, false],
    ["on its last day", "2026-06-30", false, "in_force", true, true],
    ["after it", "2026-07-01", false, "expired", false, true],
    ["thirty days before", "2026-05-31", false, "in_force", true, false],
    ["thirty-one days before", "2026-05-30", false, "in_force", false, false],
    ["ended by the chair", "2026-06-29", true, "revoked", false, false],
    ["ended by the chair and past", "2026-07-01", true, "revoked", false, false],
  ] as const)("[POL-101] %s", (_name, today, isRevoked, state, endsSoon, isDue) => {
    const standing = { until: "2026-06-30", isRevoked };
    expect(deriveGrantState(standing, today)).toBe(state);
    expect(isEndingSoon(standing, today)).toBe(endsSoon);
    expect(isDueForRenewal(standing, today)).toBe(isDue);
  });
});

const facts: GrantFacts = { today: "2026-03-02", isModelGone: false, policy: undefined, renewed: undefined };
const earlier = {
  reference: "GRT-7K3M9Q2A",
  kind: "risk_acceptance" as const,
  model,
  isRevoked: false,
  renewedBy: null,
};

describe("whether it can be granted", () => {
  test.each<[string, GrantTerms, Partial<GrantFacts>, string[]]>([
    ["as it should be", accepted(), {}, []],
    ["today", accepted({ until: "2026-03-02" }), {}, ["until"]],
    ["the day on which voting could end", accepted({ until: "2026-03-05" }), {}, ["until"]],
    ["the day after", accepted({ until: "2026-03-06" }), {}, []],
    ["365 days ahead", accepted({ until: "2027-03-02" }), {}, []],
    ["366 days ahead", accepted({ until: "2027-03-03" }), {}, ["until"]],
    ["a model that is decommissioned", accepted(), { isModelGone: true }, ["model"]],
    ["a policy that is not there", excepted(), { policy: null }, ["policy"]],
    ["a retired policy", excepted(), { policy: { isRetired: true } }, ["policy"]],
    ["a renewal", accepted(), { renewed: earlier }, []],
    ["of nothing", accepted(), { renewed: null }, ["renews"]],
    ["of what the chair ended", accepted(), { renewed: { ...earlier, isRevoked: true } }, ["renews"]],
    ["of what was renewed", accepted(), { renewed: { ...earlier, renewedBy: "GRT-00000000" } }, ["renews"]],
    ["of another kind", accepted(), { renewed: { ...earlier, kind: "exception_grant" } }, ["renews"]],
    ["of another model", accepted(), { renewed: { ...earlier, model: null } }, ["renews"]],
  ])("[VOT-170] %s", (_name, terms, change, fields) => {
    const problems = findTermProblems(terms, { ...facts, ...change }, "2026-03-05");
    expect(problems.map((problem) => problem.path)).toEqual(fields);
  });

  test.each<[string, GrantTerms, Partial<GrantFacts>, string | null]>([
    ["on its last day", accepted(), { today: "2026-06-30" }, null],
    ["after its last day", accepted(), { today: "2026-07-01" }, "policy.grant_day_passed"],
    ["of a model that is gone", accepted(), { isModelGone: true }, "policy.model_decommissioned"],
    ["from a policy that was retired", excepted(), { policy: { isRetired: true } }, "policy.retired"],
    [
      "of what was renewed otherwise",
      accepted(),
      { renewed: { ...earlier, renewedBy: "GRT-0" } },
      "policy.renewed_already",
    ],
    ["of what the chair ended meanwhile", accepted(), { renewed: { ...earlier, isRevoked: true } }, null],
  ])("[VOT-176] %s", (_name, terms, change, obstacle) => {
    expect(findGrantObstacle(terms, { ...facts, ...change })).toBe(obstacle);
  });
});

describe("its renewal", () => {
  test.each([
    ["for as long as before", "2026-04-01", "2026-06-30", "2026-09-28"],
    ["two weeks at least", "2026-06-28", "2026-06-30", "2026-07-14"],
    ["a year at most", "2025-06-29", "2026-06-30", "2027-06-30"],
  ])("[VOT-172] %s", (_name, grantedOn, until, next) => {
    const { kind, terms } = planRenewal(accepted({ until }), { reference: earlier.reference, grantedOn }, "2026-06-30");
    expect({ kind, terms }).toEqual(accepted({ until: next, renews: earlier.reference }));
  });
});
