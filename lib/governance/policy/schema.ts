// Answers "which words do policies, acceptances and exceptions have?" (POL-4, POL-101): vocabulary only. Browser-safe.
import { z } from "zod";

export const PolicyType = z.enum([
  "authority_override",
  "escalation_rule",
  "budget_constraint",
  "stage_gate",
  "tool_restriction",
  "audit_requirement",
]);
export type PolicyType = z.infer<typeof PolicyType>;

/** Widest first. All but the ecosystem are of something, which the scope id names. */
export const PolicyScope = z.enum(["ecosystem", "portfolio", "venture", "agent"]);
export type PolicyScope = z.infer<typeof PolicyScope>;

/** `shadow`: considered and recorded, but deciding nothing. */
export const PolicyMode = z.enum(["enforce", "shadow"]);
export type PolicyMode = z.infer<typeof PolicyMode>;

export const PolicyChangeKind = z.enum(["create", "change", "retire"]);
export type PolicyChangeKind = z.infer<typeof PolicyChangeKind>;

export const RuleAction = z.enum(["allow", "deny", "escalate", "require_approval", "audit"]);
export type RuleAction = z.infer<typeof RuleAction>;

/** Levels of authority, lowest first. */
const AgentLevel = z.enum(["crew", "executive", "venture_ceo", "eva", "chairman"]);
/** To whom a rule sends an action. */
export const RuleTarget = AgentLevel.exclude(["crew"]);
export type RuleTarget = z.infer<typeof RuleTarget>;

const GuardedAction = z.enum([
  "approve_spend",
  "advance_stage",
  "kill_venture",
  "pivot_strategy",
  "hire_agent",
  "modify_budget",
  "access_tool",
  "publish_artifact",
  "modify_policy",
]);

export const Operator = z.enum(["eq", "gt", "lt", "in", "contains"]);
export type Operator = z.infer<typeof Operator>;

/** What a condition may ask about an action (POL-1). */
export const CheckField = z.enum([
  "action",
  "amount",
  "level",
  "agent",
  "targetLevel",
  "resourceType",
  "resourceId",
  "category",
  "confidence",
  "stage",
  "tool",
  "scope",
  "magnitude",
]);
export type CheckField = z.infer<typeof CheckField>;

type FieldFacts = { readonly label: string; readonly unit?: string } & (
  | { readonly type: "text" }
  | { readonly type: "choice"; readonly options: readonly string[] }
  | { readonly type: "number"; readonly least: number; readonly most: number; readonly decimals: number }
);

const LEVELS = AgentLevel.options;

export const CHECK_FIELDS: Readonly<Record<CheckField, FieldFacts>> = {
  action: { label: "action", type: "choice", options: GuardedAction.options },
  amount: { label: "amount", unit: "USD", type: "number", least: 0, most: 1_000_000_000_000, decimals: 2 },
  level: { label: "agent’s level", type: "choice", options: LEVELS },
  agent: { label: "agent", type: "text" },
  targetLevel: { label: "target’s level", type: "choice", options: LEVELS },
  resourceType: { label: "resource type", type: "text" },
  resourceId: { label: "resource", type: "text" },
  category: { label: "category", type: "text" },
  confidence: { label: "confidence", type: "number", least: 0, most: 1, decimals: 4 },
  stage: { label: "stage", type: "number", least: 1, most: 25, decimals: 0 },
  tool: { label: "tool", type: "text" },
  scope: { label: "audience", type: "choice", options: ["draft", "venture", "portfolio", "ecosystem", "external"] },
  magnitude: { label: "magnitude", type: "choice", options: ["minor", "major"] },
};

/** A list is for `in`; numbers are for numeric fields. */
export const OPERATORS_OF: Readonly<Record<FieldFacts["type"], readonly Operator[]>> = {
  text: ["eq", "in", "contains"],
  choice: ["eq", "in"],
  number: ["eq", "gt", "lt", "in"],
};

export type ComparisonValue = string | number | readonly (string | number)[];
export type Comparison = {
  readonly field: CheckField;
  readonly operator: Operator;
  readonly value: ComparisonValue;
};
export type Condition =
  | Comparison
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition };

export const DEFAULT_PRIORITY = 50;
export const HIGHEST_PRIORITY = 100;

/** One shared register of what the board lets stand for a time. */
export const GrantKind = z.enum(["risk_acceptance", "exception_grant"]);
export type GrantKind = z.infer<typeof GrantKind>;

export const ResidualRisk = z.enum(["low", "medium", "high"]);
export type ResidualRisk = z.infer<typeof ResidualRisk>;

/** Derived from its last day and whether the chair ended it, never stored. */
export const GrantState = z.enum(["in_force", "expired", "revoked"]);
export type GrantState = z.infer<typeof GrantState>;

/** In a list `ending`: in force, and its last day is within the coming days. */
export const GrantFilter = z.enum(["in_force", "ending", "expired", "revoked"]);
export const ENDING_WITHIN_DAYS = 30;
export const LONGEST_GRANT_DAYS = 365;
