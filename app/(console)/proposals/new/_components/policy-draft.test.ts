import { describe, expect, test } from "vitest";
import { PolicyChange, PolicyContent } from "@/lib/governance/policy/policy-content";
import { choosePolicy, newRule, type PolicyChoice, sayDraft, toFirstDraft, toPayload } from "./policy-draft";

const over = { field: "amount", operator: "gt", value: 200 };
const content = PolicyContent.parse({
  ...{ name: "Spending", type: "budget_constraint", scope: "venture", scopeId: "Nordic", statement: "Ask first." },
  rules: [
    { condition: over, action: "escalate", target: "eva" },
    { condition: { all: [over, { field: "stage", operator: "in", value: [3, 5] }] }, action: "deny", message: "No" },
    { condition: { any: [over, { not: over }] }, action: "audit" },
  ],
});
const policies: readonly PolicyChoice[] = [
  { reference: "POL-7K3M9Q2A", version: 4, content, ruleWords: ["one", "two", "three"] },
];
const changing = toFirstDraft({ change: "change", policy: "POL-7K3M9Q2A" }, policies);

describe("what is written about a policy", () => {
  test("[POL-4] a change begins with the version in force and sends it unchanged until something is written", () => {
    const sent = PolicyChange.parse(toPayload(changing));
    expect(sent).toMatchObject({ change: "change", policy: "POL-7K3M9Q2A", baseVersion: 4 });
    const [first, ...others] = sent.content?.rules ?? [];
    expect(first?.condition).toEqual({ all: [over] });
    expect({ ...sent.content, rules: others }).toEqual({ ...content, rules: content.rules.slice(1) });
  });

  test("[POL-4] a condition that the form cannot show is kept, with its words", () => {
    expect(changing.rules[2]).toMatchObject({ comparisons: null, kept: { words: "three" } });
  });

  test("[POL-4] a new one with a first rule", () => {
    const draft = { ...toFirstDraft(null, policies), name: "Gate", statement: "Two people." };
    const sent = PolicyChange.parse(toPayload({ ...draft, rules: [newRule("a")] }));
    expect(sent).toMatchObject({ change: "create", policy: null, baseVersion: null });
    expect(sent.content).toMatchObject({ scope: "ecosystem", scopeId: null, priority: 50, effectiveFrom: null });
  });

  test("[POL-4] the title says what it comes to, once there is a name", () => {
    expect(sayDraft({ ...changing, change: "retire" })).toBe("Retire the policy “Spending”");
    expect(sayDraft(toFirstDraft(null, policies))).toBe("");
  });

  test("[POL-4] a retirement sends no content; another choice takes another base", () => {
    expect(toPayload({ ...changing, change: "retire" })).toEqual({
      ...{ change: "retire", policy: "POL-7K3M9Q2A", baseVersion: 4 },
    });
    expect(choosePolicy(changing, "", policies)).toMatchObject({ policy: "", baseVersion: null });
  });

  test.each([
    ["a number", "amount", "gt", " 12.5 ", 12.5],
    ["numbers", "stage", "in", "3, 5,", [3, 5]],
    ["what is no number, as typed", "amount", "gt", "much", "much"],
    ["nothing", "amount", "gt", "", ""],
    ["a text that looks like a number", "tool", "eq", "42", "42"],
    ["choices", "magnitude", "in", "minor, major", ["minor", "major"]],
  ] as const)("[POL-4] %s is sent", (_name, field, operator, value, sent) => {
    const rules = [{ ...newRule("a"), comparisons: [{ field, operator, value }] }];
    const payload = toPayload({ ...changing, rules }) as unknown as { content: { rules: { condition: unknown }[] } };
    expect(payload.content.rules[0]?.condition).toEqual({ all: [{ field, operator, value: sent }] });
  });
});
