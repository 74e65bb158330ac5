import { describe, expect, test } from "vitest";
import { PolicyChange, PolicyContent } from "./policy-content.ts";

const rule = { condition: { field: "amount", operator: "gt", value: 200 }, action: "escalate", target: "chairman" };
const least = { name: "Spending", type: "budget_constraint", scope: "ecosystem", statement: "Nobody spends alone." };
const whole = { ...least, rules: [rule], active: false, priority: 80, mode: "shadow", effectiveFrom: "2026-04-01" };

const pathsOf = (schema: typeof PolicyContent | typeof PolicyChange, given: unknown) =>
  schema.safeParse(given).error?.issues.map((issue) => issue.path.join(".")) ?? [];

describe("the content of a policy", () => {
  test("[POL-4] what is not said has a default", () => {
    expect(PolicyContent.parse(least)).toEqual({
      ...least,
      ...{ scopeId: null, rules: [], active: true, priority: 50, mode: "enforce" },
      ...{ effectiveFrom: null, effectiveUntil: null },
    });
  });

  test("[POL-4] the order of rules is kept", () => {
    const rules = ["deny", "audit", "allow"].map((action) => ({ condition: { all: [] }, action }));
    expect(PolicyContent.parse({ ...least, rules }).rules.map(({ action }) => action)).toEqual([
      "deny",
      "audit",
      "allow",
    ]);
  });

  test.each([
    ["an unknown field", { ...whole, owner: "me" }, ""],
    ["no name", { ...whole, name: " " }, "name"],
    ["a name too long", { ...whole, name: "x".repeat(121) }, "name"],
    ["an unknown type", { ...whole, type: "law" }, "type"],
    ["an unknown scope", { ...whole, scope: "planet" }, "scope"],
    ["a scope without its id", { ...whole, scope: "venture" }, "scopeId"],
    ["an id of the ecosystem", { ...whole, scopeId: "all" }, "scopeId"],
    ["no statement", { ...whole, statement: "" }, "statement"],
    ["a statement of too many lines", { ...whole, statement: "a\n".repeat(201) }, "statement"],
    ["a priority that is no number", { ...whole, priority: "high" }, "priority"],
    ["a priority of 101", { ...whole, priority: 101 }, "priority"],
    ["half a priority", { ...whole, priority: 1.5 }, "priority"],
    ["an unknown mode", { ...whole, mode: "dry" }, "mode"],
    ["a day that no calendar has", { ...whole, effectiveFrom: "2026-02-30" }, "effectiveFrom"],
    ["an end before the beginning", { ...whole, effectiveUntil: "2026-03-31" }, "effectiveUntil"],
    ["rules that are no list", { ...whole, rules: rule }, "rules"],
    ["51 rules", { ...whole, rules: Array.from({ length: 51 }, () => rule) }, "rules"],
    ["an unknown field of a rule", { ...whole, rules: [{ ...rule, unless: 1 }] }, "rules.0"],
    ["an unknown action", { ...whole, rules: [{ ...rule, action: "ask" }] }, "rules.0.action"],
    ["an unknown target", { ...whole, rules: [{ ...rule, target: "crew" }] }, "rules.0.target"],
    ["a target of a denial", { ...whole, rules: [{ ...rule, action: "deny" }] }, "rules.0.target"],
    ["no condition", { ...whole, rules: [{ action: "deny" }] }, "rules.0.condition"],
    [
      "a wrong value in a condition",
      { ...whole, rules: [rule, { ...rule, condition: { all: [{ ...rule.condition, value: "1" }] } }] },
      "rules.1.condition.all.0.value",
    ],
  ])("[POL-4] refused: %s", (_name, given, path) => expect(pathsOf(PolicyContent, given)).toContain(path));

  test("[POL-4] rules that are too long together", () => {
    const values = Array.from({ length: 50 }, (_, index) => `${index} ${"x".repeat(190)}`);
    const long = { condition: { field: "tool", operator: "in", value: values }, action: "deny" };
    expect(pathsOf(PolicyContent, { ...least, rules: Array.from({ length: 10 }, () => long) })).toEqual(["rules"]);
  });
});

describe("the payload of a change", () => {
  const policy = "POL-7K3M9Q2A";
  test.each([
    ["a new one", { change: "create", content: least }],
    ["a change", { change: "change", policy, baseVersion: 1, content: least }],
    ["a retirement", { change: "retire", policy, baseVersion: 3 }],
  ])("[VOT-175] %s", (_name, given) => expect(pathsOf(PolicyChange, given)).toEqual([]));

  test.each([
    ["nothing to make", { change: "create" }, ["content"]],
    [
      "a new one of an old one",
      { change: "create", policy, baseVersion: 1, content: least },
      ["policy", "baseVersion"],
    ],
    ["no policy to change", { change: "change", content: least }, ["policy", "baseVersion"]],
    ["nothing to change", { change: "change", policy, baseVersion: 1 }, ["content"]],
    ["a content to retire with", { change: "retire", policy, baseVersion: 1, content: least }, ["content"]],
    ["a version 0", { change: "retire", policy, baseVersion: 0 }, ["baseVersion"]],
    ["another act", { change: "delete", policy, baseVersion: 1 }, ["change"]],
    ["an unknown field", { change: "create", content: least, force: true }, [""]],
    ["a wrong content", { change: "create", content: { ...least, type: "law" } }, ["content.type"]],
  ])("[VOT-175] refused: %s", (_name, given, paths) => expect(pathsOf(PolicyChange, given)).toEqual(paths));
});
