// Answers "what is being written about a policy, and what is sent of it?": the fields as typed, and the payload they make.
// The form knows rules whose conditions are comparisons that all hold; others it keeps as they are.
import {
  CHECK_FIELDS,
  type CheckField,
  type Comparison,
  DEFAULT_PRIORITY,
  OPERATORS_OF,
  type Operator,
  type PolicyChangeKind,
  type PolicyMode,
  type PolicyScope,
  type PolicyType,
  type RuleAction,
  type RuleTarget,
} from "@/lib/governance/policy/schema";
import type { PolicyItem } from "@/lib/governance/policy/view";

/** A policy that can be changed or retired. */
export type PolicyChoice = Pick<PolicyItem, "reference" | "version" | "content" | "ruleWords">;
type Rule = PolicyItem["content"]["rules"][number];

export type ComparisonDraft = { readonly field: CheckField; readonly operator: Operator; readonly value: string };
export type RuleDraft = {
  readonly key: string;
  /** null: a condition that the form cannot show; `kept` is sent as it is. */
  readonly comparisons: readonly ComparisonDraft[] | null;
  readonly kept: { readonly condition: Rule["condition"]; readonly words: string } | null;
  readonly action: RuleAction;
  readonly target: RuleTarget | "";
  readonly message: string;
};

export type PolicyDraft = {
  readonly change: PolicyChangeKind;
  readonly policy: string;
  readonly baseVersion: number | null;
  readonly name: string;
  readonly type: PolicyType;
  readonly scope: PolicyScope;
  readonly scopeId: string;
  readonly statement: string;
  readonly active: boolean;
  readonly priority: string;
  readonly mode: PolicyMode;
  readonly effectiveFrom: string;
  readonly effectiveUntil: string;
  readonly rules: readonly RuleDraft[];
};

/** Part of a proposal's payload. */
export type PolicyPayload = Readonly<Record<string, unknown>> & { readonly change: PolicyChangeKind };

const EMPTY: PolicyDraft = {
  ...{ change: "create", policy: "", baseVersion: null, name: "", scopeId: "", statement: "" },
  ...{ type: "authority_override", scope: "ecosystem", mode: "enforce", active: true, rules: [] },
  ...{ priority: String(DEFAULT_PRIORITY), effectiveFrom: "", effectiveUntil: "" },
};

export function toFirstDraft(given: PolicyPayload | null, policies: readonly PolicyChoice[]): PolicyDraft {
  if (given === null) return EMPTY;
  const { change, policy, content, baseVersion } = given;
  const named = typeof policy === "string" ? policy : "";
  const chosen = choosePolicy({ ...EMPTY, change }, named, policies);
  const written = content as PolicyItem["content"] | null | undefined;
  if (written == null) return chosen;
  const base = typeof baseVersion === "number" ? baseVersion : chosen.baseVersion;
  return { ...chosen, ...fromContent(written, []), baseVersion: base };
}

/** What it comes to, for the title; empty while the policy has no name. */
export function sayDraft({ change, name }: PolicyDraft): string {
  const verb = { create: "Adopt", change: "Change", retire: "Retire" }[change];
  return name.trim() === "" ? "" : `${verb} the policy “${name.trim()}”`;
}

/** What is written begins with the version in force. */
export function choosePolicy(draft: PolicyDraft, reference: string, policies: readonly PolicyChoice[]): PolicyDraft {
  const found = policies.find((policy) => policy.reference === reference);
  if (found === undefined) return { ...draft, policy: "", baseVersion: null };
  const { version: baseVersion, content, ruleWords } = found;
  return { ...draft, policy: reference, baseVersion, ...fromContent(content, ruleWords) };
}

function fromContent(content: PolicyItem["content"], words: readonly string[]) {
  const { scopeId, effectiveFrom, effectiveUntil, priority, rules, ...same } = content;
  return {
    ...same,
    ...{ scopeId: scopeId ?? "", effectiveFrom: effectiveFrom ?? "", effectiveUntil: effectiveUntil ?? "" },
    priority: String(priority),
    rules: rules.map((rule, index) => fromRule(rule, `was-${index}`, words[index] ?? "")),
  };
}

function fromRule({ condition, action, target, message }: Rule, key: string, words: string): RuleDraft {
  const comparisons = readComparisons(condition);
  const kept = comparisons === null ? { condition, words } : null;
  return { key, comparisons, kept, action, target: target ?? "", message };
}

function readComparisons(condition: Rule["condition"]): ComparisonDraft[] | null {
  const members = "all" in condition ? condition.all : [condition];
  const plain = members.filter((member): member is Comparison => "field" in member);
  if (plain.length < members.length) return null;
  return plain.map(({ field, operator, value }) => ({
    ...{ field, operator },
    value: Array.isArray(value) ? value.join(", ") : String(value),
  }));
}

export function newComparison(field: CheckField = "action"): ComparisonDraft {
  const facts = CHECK_FIELDS[field];
  const [operator = "eq"] = OPERATORS_OF[facts.type];
  return { field, operator, value: facts.type === "choice" ? (facts.options[0] ?? "") : "" };
}

export function newRule(key: string): RuleDraft {
  return { key, comparisons: [newComparison()], kept: null, action: "require_approval", target: "", message: "" };
}

/** A number where it can be read as one; else as typed, so that the answer names the field. */
function toValue({ field, operator, value }: ComparisonDraft): unknown {
  const isNumber = CHECK_FIELDS[field].type === "number";
  const read = (text: string) => {
    const typed = text.trim();
    return isNumber && typed !== "" && Number.isFinite(Number(typed)) ? Number(typed) : typed;
  };
  if (operator !== "in") return read(value);
  return value
    .split(",")
    .filter((part) => part.trim() !== "")
    .map(read);
}

function toRule({ comparisons, kept, action, target, message }: RuleDraft) {
  const condition =
    comparisons === null
      ? kept?.condition
      : { all: comparisons.map((each) => ({ field: each.field, operator: each.operator, value: toValue(each) })) };
  const sends = action === "escalate" || action === "require_approval";
  return { condition, action, target: sends && target !== "" ? target : null, message };
}

export function toPayload(draft: PolicyDraft): PolicyPayload {
  const { change, baseVersion } = draft;
  const about = change === "create" ? {} : { policy: draft.policy === "" ? null : draft.policy, baseVersion };
  if (change === "retire") return { change, ...about };
  const { name, type, scope, statement, active, mode, priority, rules } = draft;
  const orNull = (text: string) => (text.trim() === "" ? null : text);
  const content = {
    ...{ name, type, scope, statement, active, mode },
    scopeId: scope === "ecosystem" ? null : orNull(draft.scopeId),
    priority: priority.trim() === "" ? priority : Number(priority),
    effectiveFrom: orNull(draft.effectiveFrom),
    effectiveUntil: orNull(draft.effectiveUntil),
    rules: rules.map(toRule),
  };
  return { change, ...about, content };
}
