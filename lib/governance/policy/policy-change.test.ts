import { describe, expect, test } from "vitest";
import { type ChangeFacts, derivePolicyStanding, findChangeObstacle, toNameKey } from "./policy-change.ts";
import { PolicyChange, PolicyContent } from "./policy-content.ts";

const content = PolicyContent.parse({
  ...{ name: "Spending", type: "budget_constraint", scope: "ecosystem", statement: "Nobody spends alone." },
});
const other = { ...content, statement: "Nobody spends." };
const policy = { reference: "POL-7K3M9Q2A", version: 2, isRetired: false, content };
const facts: ChangeFacts = { policy, namesake: null, today: "2026-03-02" };
const changing = (change: object) =>
  PolicyChange.parse({ change: "change", policy: policy.reference, baseVersion: 2, content: other, ...change });
const making = (given: object = {}) => PolicyChange.parse({ change: "create", content: { ...other, ...given } });
const retiring = PolicyChange.parse({ change: "retire", policy: policy.reference, baseVersion: 2 });

describe("whether a change can be carried out", () => {
  test.each([
    ["a change of the latest version", changing({}), facts, null],
    ["a retirement of it", retiring, facts, null],
    ["a new one", making(), { ...facts, policy: null }, null],
    ["no policy of that reference", changing({}), { ...facts, policy: null }, "policy.unknown"],
    ["a retired one", changing({}), { ...facts, policy: { ...policy, isRetired: true } }, "policy.retired"],
    ["retiring it twice", retiring, { ...facts, policy: { ...policy, isRetired: true } }, "policy.retired"],
    ["a version that is not the latest", changing({ baseVersion: 1 }), facts, "policy.stale_base"],
    ["a version still to come", changing({ baseVersion: 3 }), facts, "policy.stale_base"],
    ["retiring a version that is not the latest", { ...retiring, baseVersion: 1 }, facts, "policy.stale_base"],
    ["nothing new", changing({ content }), facts, "policy.nothing_changed"],
    ["a name that is taken", making(), { ...facts, policy: null, namesake: "POL-00000000" }, "policy.name_taken"],
    ["an end in the past", making({ effectiveUntil: "2026-03-01" }), { ...facts, policy: null }, "policy.over_already"],
    ["an end today", making({ effectiveUntil: "2026-03-02" }), { ...facts, policy: null }, null],
  ] as const)("[POL-103] %s", (_name, change, given, obstacle) => {
    expect(findChangeObstacle(change, given)).toBe(obstacle);
  });

  test("[POL-103] names are compared as people do", () =>
    expect(toNameKey("  SPENDING  rules")).toBe("spending rules"));
});

describe("whether it holds today", () => {
  test.each([
    ["in force", {}, false, "in_force"],
    ["in shadow", { mode: "shadow" }, false, "shadow"],
    ["switched off", { active: false, mode: "shadow" }, false, "inactive"],
    ["from today", { effectiveFrom: "2026-03-02" }, false, "in_force"],
    ["from tomorrow", { effectiveFrom: "2026-03-03" }, false, "scheduled"],
    ["until today", { effectiveUntil: "2026-03-02" }, false, "in_force"],
    ["until yesterday", { effectiveUntil: "2026-03-01" }, false, "over"],
    ["retired", {}, true, "retired"],
  ] as const)("[POL-104] %s", (_name, change, isRetired, standing) => {
    expect(derivePolicyStanding({ content: { ...content, ...change }, isRetired }, "2026-03-02")).toBe(standing);
  });
});
