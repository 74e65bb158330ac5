import { describe, expect, test } from "vitest";
import { PolicyContent } from "./policy-content.ts";
import { comparePolicies, sayCondition, sayEffect, sayRule, sayScope } from "./policy-words.ts";
import type { Condition } from "./schema.ts";

const over200: Condition = { field: "amount", operator: "gt", value: 1_200.5 };
const spend: Condition = { field: "action", operator: "eq", value: "approve_spend" };
const stages: Condition = { field: "stage", operator: "in", value: [3, 5] };
const tool: Condition = { field: "tool", operator: "contains", value: "mail" };

describe("a policy in words", () => {
  test.each<[string, Condition, string]>([
    ["an amount with its unit", over200, "the amount is more than 1,200.5 USD"],
    ["a choice", spend, "the action is “approve spend”"],
    ["a list", stages, "the stage is one of 3, 5"],
    ["a text in quotes", tool, "the tool contains “mail”"],
    ["all", { all: [spend, over200] }, "the action is “approve spend” and the amount is more than 1,200.5 USD"],
    [
      "any in all",
      { all: [spend, { any: [stages, tool] }] },
      "the action is “approve spend” and (the stage is one of 3, 5 or the tool contains “mail”)",
    ],
    ["not", { not: { any: [stages, tool] } }, "not (the stage is one of 3, 5 or the tool contains “mail”)"],
    ["nothing to meet", { all: [] }, "always"],
  ])("[POL-102] %s", (_name, condition, words) => expect(sayCondition(condition)).toBe(words));

  test.each([
    [{ action: "deny", target: null, message: "" }, "When the tool contains “mail”: deny it."],
    [
      { action: "escalate", target: "chairman", message: "" },
      "When the tool contains “mail”: escalate it to the chairman.",
    ],
    [
      { action: "require_approval", target: "eva", message: "" },
      "When the tool contains “mail”: ask for approval of the eva.",
    ],
    [
      { action: "audit", target: null, message: "Why" },
      "When the tool contains “mail”: put it on record and go on. “Why”",
    ],
  ] as const)("[POL-102] rule %#", (rest, words) => expect(sayRule({ condition: tool, ...rest })).toBe(words));

  test("[POL-102] a rule without a condition holds always", () => {
    const rule = { condition: { all: [] }, action: "deny", target: null, message: "" } as const;
    expect(sayRule(rule)).toBe("Always: deny it.");
  });

  test("[POL-102] for what and from when", () => {
    expect(sayScope({ scope: "venture", scopeId: "Nordic pilot" })).toBe("Venture Nordic pilot");
    expect(sayScope({ scope: "ecosystem", scopeId: null })).toBe("The whole ecosystem");
    expect(sayEffect({ effectiveFrom: null, effectiveUntil: null })).toBe("From the decision, without an end");
    expect(sayEffect({ effectiveFrom: "2026-04-01", effectiveUntil: "2026-12-31" })).toBe(
      "From 1 Apr 2026 until 31 Dec 2026",
    );
  });
});

describe("two versions", () => {
  const before = PolicyContent.parse({
    ...{
      name: "Spending",
      type: "budget_constraint",
      scope: "ecosystem",
      statement: "Nobody spends alone.\n\nAsk first.",
    },
    rules: [
      { condition: over200, action: "escalate" },
      { condition: tool, action: "deny" },
    ],
  });
  const changesOf = (after: PolicyContent | null, from: PolicyContent | null = before) =>
    comparePolicies(from, after).filter((row) => row.kind !== "same");

  test("[POL-102] a line that changed stands beside what it was", () => {
    const statement = "Nobody spends alone.\n\nAsk the chair first.";
    expect(changesOf({ ...before, statement, priority: 60 })).toEqual([
      { kind: "changed", before: "Priority 50", after: "Priority 60" },
      { kind: "changed", before: "Ask first.", after: "Ask the chair first." },
    ]);
  });

  test("[POL-102] a rule more leaves the others alone", () => {
    const rules = [{ condition: spend, action: "audit", target: null, message: "" } as const, ...before.rules];
    expect(changesOf({ ...before, rules })).toEqual([
      { kind: "added", before: null, after: "When the action is “approve spend”: put it on record and go on." },
    ]);
  });

  test("[POL-102] the same says nothing; a new one and a retired one have one side", () => {
    expect(changesOf(before)).toEqual([]);
    expect(new Set(changesOf(before, null).map((row) => row.kind))).toEqual(new Set(["added"]));
    expect(new Set(changesOf(null).map((row) => row.kind))).toEqual(new Set(["removed"]));
  });
});
