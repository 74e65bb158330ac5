// Answers "what does this policy say, in words?" (POL-102): conditions and rules as sentences, and the lines of which two
// versions are compared.
import { compareLines, type Line } from "../board/charter-difference.ts";
import type { SectionDifference } from "../board/charter-draft.ts";
import { sayDay } from "../kernel/calendar-day.ts";
import { isComparison } from "./condition.ts";
import type { PolicyContent, PolicyRule } from "./policy-content.ts";
import { CHECK_FIELDS, type Comparison, type Condition, type Operator, type RuleAction } from "./schema.ts";

const words = (code: string) => code.replaceAll("_", " ");
const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

const OPERATOR_WORDS: Readonly<Record<Operator, string>> = {
  eq: "is",
  gt: "is more than",
  lt: "is less than",
  in: "is one of",
  contains: "contains",
};

function sayValue(comparison: Comparison, value: string | number): string {
  const facts = CHECK_FIELDS[comparison.field];
  if (typeof value === "number") {
    const shown = value.toLocaleString("en", { maximumFractionDigits: 4 });
    return facts.unit === undefined ? shown : `${shown} ${facts.unit}`;
  }
  return `“${facts.type === "choice" ? words(value) : value}”`;
}

function sayComparison(comparison: Comparison): string {
  const { field, operator, value } = comparison;
  const values = typeof value === "object" ? value : [value];
  const said = values.map((each) => sayValue(comparison, each)).join(", ");
  return `the ${CHECK_FIELDS[field].label} ${OPERATOR_WORDS[operator]} ${said}`;
}

/** Groups inside groups stand in brackets. */
export function sayCondition(condition: Condition, isInner = false): string {
  if (isComparison(condition)) return sayComparison(condition);
  if ("not" in condition) return `not (${sayCondition(condition.not)})`;
  const [members, joint] = "all" in condition ? [condition.all, " and "] : [condition.any, " or "];
  if (members.length === 0) return "always";
  const text = members.map((member) => sayCondition(member, true)).join(joint);
  return isInner && members.length > 1 ? `(${text})` : text;
}

const ACTION_WORDS: Readonly<Record<RuleAction, string>> = {
  allow: "allow it",
  deny: "deny it",
  escalate: "escalate it",
  require_approval: "ask for approval",
  audit: "put it on record and go on",
};

/** "When the amount is more than 200 USD: escalate it to the chairman. Why it says so." */
export function sayRule({ condition, action, target, message }: PolicyRule): string {
  const when = sayCondition(condition);
  const direction = action === "escalate" ? " to" : " of";
  const sent = target === null ? "" : `${direction} the ${words(target)}`;
  const said = `${when === "always" ? "Always" : `When ${when}`}: ${ACTION_WORDS[action]}${sent}.`;
  return message === "" ? said : `${said} “${message}”`;
}

export function sayScope({ scope, scopeId }: Pick<PolicyContent, "scope" | "scopeId">): string {
  return scopeId === null ? `The whole ${scope}` : `${sentence(scope)} ${scopeId}`;
}

export function sayEffect({
  effectiveFrom: from,
  effectiveUntil: until,
}: Pick<PolicyContent, "effectiveFrom" | "effectiveUntil">): string {
  const begins = from === null ? "From the decision" : `From ${sayDay(from)}`;
  return until === null ? `${begins}, without an end` : `${begins} until ${sayDay(until)}`;
}

/** What is called something is paired by it; the statement and the rules by the longest run they share. */
function toLines(content: PolicyContent): Line[] {
  const keyed = (key: string, text: string): Line => ({ key, text });
  const plain = (text: string): Line => ({ key: null, text });
  const paragraphs = content.statement.split("\n").filter((line) => line.trim() !== "");
  const { active, mode } = content;
  const standing = mode === "shadow" ? "Shadow: considered and recorded, deciding nothing" : "Enforced";
  return [
    keyed("name", `Name: ${content.name}`),
    keyed("type", `Type: ${sentence(words(content.type))}`),
    keyed("scope", `Scope: ${sayScope(content)}`),
    keyed("effect", sayEffect(content)),
    keyed("priority", `Priority ${content.priority}`),
    keyed("mode", active ? standing : `${standing}; switched off`),
    ...paragraphs.map((line) => plain(line.trim())),
    ...content.rules.map((rule) => plain(sayRule(rule))),
  ];
}

export type PolicyRows = SectionDifference["rows"];

/** Line by line; a policy that is new, or retired, has nothing on the other side. */
export function comparePolicies(before: PolicyContent | null, after: PolicyContent | null): PolicyRows {
  return compareLines(before === null ? [] : toLines(before), after === null ? [] : toLines(after));
}
