// Answers "is this a condition that can be kept?" (POL-4): all, any and not of comparisons of a known field with a value of
// its type, bounded in depth and size. Every problem is named with its path.
import { isStorable } from "../kernel/text.ts";
import { CHECK_FIELDS, CheckField, type Comparison, type Condition, OPERATORS_OF, Operator } from "./schema.ts";

export type ConditionProblem = { readonly path: readonly (string | number)[]; readonly message: string };
type Path = ConditionProblem["path"];

export const DEEPEST = 5;
export const MOST_PARTS = 100;
const MOST_VALUES = 50;
const MOST_CHARACTERS = 200;
const GROUPS = ["all", "any", "not"] as const;
const SHAPE = "A condition is `field`, `operator` and `value`, or one of `all`, `any` and `not`";

/** Empty when it is one. Judged from the top, so that nothing deep is entered before its depth is known to be bounded. */
export function findConditionProblems(given: unknown): ConditionProblem[] {
  const problems: ConditionProblem[] = [];
  const left: { readonly value: unknown; readonly path: Path; readonly depth: number }[] = [];
  left.push({ value: given, path: [], depth: 1 });
  let parts = 0;
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    const { value, path, depth } = next;
    parts += 1;
    if (parts > MOST_PARTS) return [{ path: [], message: `A condition has at most ${MOST_PARTS} parts` }];
    if (depth > DEEPEST) return [{ path, message: `Conditions may be nested ${DEEPEST} deep` }];
    if (!isRecord(value)) problems.push({ path, message: SHAPE });
    else if (GROUPS.some((group) => group in value)) {
      const group = readGroup(value, path);
      problems.push(...group.problems);
      for (const member of group.members) left.push({ ...member, depth: depth + 1 });
    } else problems.push(...findComparisonProblems(value, path));
  }
  return problems;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

type Members = readonly { readonly value: unknown; readonly path: Path }[];

function readGroup(value: Record<string, unknown>, path: Path): { members: Members; problems: ConditionProblem[] } {
  const [name = "", ...others] = Object.keys(value);
  const content = value[name];
  const at = [...path, name];
  if (others.length > 0) return { members: [], problems: [{ path, message: SHAPE }] };
  if (name === "not") return { members: [{ value: content, path: at }], problems: [] };
  if (!Array.isArray(content)) return { members: [], problems: [{ path: at, message: `\`${name}\` takes a list` }] };
  if (name === "any" && content.length === 0) {
    return { members: [], problems: [{ path: at, message: "`any` of nothing is never true; name at least one" }] };
  }
  return { members: content.map((member: unknown, index) => ({ value: member, path: [...at, index] })), problems: [] };
}

const COMPARISON: readonly string[] = ["field", "operator", "value"];

function findComparisonProblems(given: Record<string, unknown>, path: Path): ConditionProblem[] {
  const unknown = Object.keys(given).filter((name) => !COMPARISON.includes(name));
  if (unknown.length > 0) return unknown.map((name) => ({ path: [...path, name], message: SHAPE }));
  const field = CheckField.safeParse(given.field).data;
  if (field === undefined) {
    return [{ path: [...path, "field"], message: `The field is one of: ${CheckField.options.join(", ")}` }];
  }
  const allowed = OPERATORS_OF[CHECK_FIELDS[field].type];
  const operator = Operator.safeParse(given.operator).data;
  if (operator === undefined || !allowed.includes(operator)) {
    return [{ path: [...path, "operator"], message: `\`${field}\` is compared by: ${allowed.join(", ")}` }];
  }
  return findValueProblems(field, operator, given.value, [...path, "value"]);
}

function findValueProblems(field: CheckField, operator: Operator, value: unknown, path: Path): ConditionProblem[] {
  if (operator !== "in") return isValueOf(field, value) ? [] : [{ path, message: sayValue(field) }];
  if (!Array.isArray(value) || value.length === 0 || value.length > MOST_VALUES) {
    return [{ path, message: `\`in\` takes a list of 1 to ${MOST_VALUES} values` }];
  }
  return value.flatMap((each: unknown, index) =>
    isValueOf(field, each) ? [] : [{ path: [...path, index], message: sayValue(field) }],
  );
}

function isValueOf(field: CheckField, value: unknown): boolean {
  const facts = CHECK_FIELDS[field];
  if (facts.type === "number") {
    if (typeof value !== "number" || !(value >= facts.least && value <= facts.most)) return false;
    return Number(value.toFixed(facts.decimals)) === value;
  }
  if (typeof value !== "string" || !isStorable(value)) return false;
  if (facts.type === "choice") return facts.options.includes(value);
  return value.trim() === value && value !== "" && value.length <= MOST_CHARACTERS;
}

function sayValue(field: CheckField): string {
  const facts = CHECK_FIELDS[field];
  if (facts.type === "choice") return `\`${field}\` is one of: ${facts.options.join(", ")}`;
  if (facts.type === "text") return `\`${field}\` is compared with text of 1 to ${MOST_CHARACTERS} characters`;
  const places = facts.decimals === 0 ? "whole" : `with at most ${facts.decimals} decimals`;
  return `\`${field}\` is a number from ${facts.least} to ${facts.most.toLocaleString("en")}, ${places}`;
}

export function isComparison(condition: Condition): condition is Comparison {
  return "field" in condition;
}
