import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DEEPEST, findConditionProblems, MOST_PARTS } from "./condition.ts";
import { CHECK_FIELDS, CheckField, type Condition, OPERATORS_OF } from "./schema.ts";

const amount = { field: "amount", operator: "gt", value: 200 };

function nest(depth: number, inner: unknown = amount): unknown {
  let condition = inner;
  for (let level = 1; level < depth; level += 1) condition = { not: condition };
  return condition;
}

describe("a condition that can be kept", () => {
  test.each([
    ["a number", amount],
    ["two decimals of an amount", { ...amount, value: 199.99 }],
    ["a choice", { field: "action", operator: "eq", value: "approve_spend" }],
    ["one of a list", { field: "stage", operator: "in", value: [3, 5, 16] }],
    ["a part of a text", { field: "tool", operator: "contains", value: "mail" }],
    ["always", { all: [] }],
    ["groups of groups", { all: [amount, { any: [{ not: amount }, amount] }] }],
    ["the deepest", nest(DEEPEST)],
    ["the largest", { all: Array.from({ length: MOST_PARTS - 1 }, () => amount) }],
  ])("[POL-4] %s", (_name, condition) => expect(findConditionProblems(condition)).toEqual([]));
});

describe("what is refused, with its path", () => {
  test.each([
    ["nothing", null, ""],
    ["a text", "amount > 200", ""],
    ["a list", [amount], ""],
    ["an empty object", {}, "field"],
    ["an unknown field", { ...amount, field: "price" }, "field"],
    ["a field of an object’s own", { ...amount, field: "constructor" }, "field"],
    ["an unknown operator", { ...amount, operator: "ge" }, "operator"],
    ["an operator of another type", { ...amount, operator: "contains" }, "operator"],
    ["an unknown name", { ...amount, unit: "USD" }, "unit"],
    ["a text for a number", { ...amount, value: "200" }, "value"],
    ["a number for a text", { field: "tool", operator: "eq", value: 4 }, "value"],
    ["a list where one value is meant", { ...amount, value: [200] }, "value"],
    ["three decimals of an amount", { ...amount, value: 0.001 }, "value"],
    ["an amount below nothing", { ...amount, value: -1 }, "value"],
    ["half a stage", { field: "stage", operator: "eq", value: 2.5 }, "value"],
    ["a stage that is not there", { field: "stage", operator: "gt", value: 26 }, "value"],
    ["not a number", { ...amount, value: Number.NaN }, "value"],
    ["without end", { ...amount, value: Number.POSITIVE_INFINITY }, "value"],
    ["a choice that is not there", { field: "magnitude", operator: "eq", value: "huge" }, "value"],
    ["an empty text", { field: "tool", operator: "eq", value: "" }, "value"],
    ["a text with blanks around it", { field: "tool", operator: "eq", value: " mail" }, "value"],
    ["a text that cannot be stored", { field: "tool", operator: "eq", value: "a\u0000" }, "value"],
    ["an empty list of values", { field: "stage", operator: "in", value: [] }, "value"],
    ["a wrong value in a list", { field: "stage", operator: "in", value: [3, "5"] }, "value.1"],
    ["a group that is no list", { all: amount }, "all"],
    ["any of nothing", { any: [] }, "any"],
    ["a group with something beside it", { all: [], any: [] }, ""],
    ["a comparison in a group", { all: [], field: "amount" }, ""],
    ["something wrong inside", { any: [amount, { not: { ...amount, value: true } }] }, "any.1.not.value"],
    ["one too deep", nest(DEEPEST + 1), "not.not.not.not.not"],
    ["one too many", { all: Array.from({ length: MOST_PARTS }, () => amount) }, ""],
  ])("[POL-4] %s", (_name, condition, path) => {
    const problems = findConditionProblems(condition);
    expect(problems.map((problem) => problem.path.join("."))).toContain(path);
    expect(problems.every((problem) => problem.message !== "")).toBe(true);
  });

  test("[POL-4] a depth that no stack would hold", () => {
    expect(findConditionProblems(nest(200_000))).toHaveLength(1);
  });

  test("[POL-4] all its mistakes, not only the first", () => {
    const wrong = { all: [{ ...amount, value: "1" }, amount, { ...amount, field: "x" }] };
    expect(findConditionProblems(wrong).map((problem) => problem.path.join("."))).toEqual([
      "all.0.value",
      "all.2.field",
    ]);
  });
});

const toValue = (field: CheckField): fc.Arbitrary<string | number> => {
  const facts = CHECK_FIELDS[field];
  if (facts.type === "choice") return fc.constantFrom(...facts.options);
  if (facts.type === "text") return fc.stringMatching(/^[a-z]{1,20}$/u);
  const scale = 10 ** facts.decimals;
  return fc.integer({ min: facts.least * scale, max: Math.min(facts.most, 1_000) * scale }).map((n) => n / scale);
};
const comparison = fc.constantFrom(...CheckField.options).chain((field) =>
  fc.constantFrom(...OPERATORS_OF[CHECK_FIELDS[field].type]).chain((operator) => {
    const value = operator === "in" ? fc.array(toValue(field), { minLength: 1, maxLength: 3 }) : toValue(field);
    return value.map((given) => ({ field, operator, value: given }));
  }),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { maxDepth: DEEPEST - 1, withCrossShrink: true },
    comparison,
    fc.record({ all: fc.array(tie("condition"), { maxLength: 2 }) }),
    fc.record({ any: fc.array(tie("condition"), { minLength: 1, maxLength: 2 }) }),
    fc.record({ not: tie("condition") }),
  ),
}));

test("[POL-4] whatever is built of known parts within the bounds can be kept", () => {
  fc.assert(
    fc.property(condition, (built) => {
      expect(findConditionProblems(built)).toEqual([]);
    }),
  );
});
