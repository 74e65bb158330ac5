// Words for policies, acceptances and exceptions on screens.
import type {
  GrantKind,
  GrantState,
  Operator,
  PolicyChangeKind,
  PolicyMode,
  PolicyScope,
  PolicyType,
  ResidualRisk,
  RuleAction,
  RuleTarget,
} from "@/lib/governance/policy/schema";
import type { PolicyStanding } from "@/lib/governance/policy/view";

export const POLICY_TYPE_LABELS: Record<PolicyType, string> = {
  authority_override: "Authority override",
  escalation_rule: "Escalation rule",
  budget_constraint: "Budget constraint",
  stage_gate: "Stage gate",
  tool_restriction: "Tool restriction",
  audit_requirement: "Audit requirement",
};

export const POLICY_SCOPE_LABELS: Record<PolicyScope, string> = {
  ecosystem: "The whole ecosystem",
  portfolio: "A portfolio",
  venture: "A venture",
  agent: "An agent",
};

export const POLICY_MODE_LABELS: Record<PolicyMode, string> = { enforce: "Enforced", shadow: "Shadow" };

export const POLICY_STANDING_LABELS: Record<PolicyStanding, string> = {
  in_force: "In force",
  shadow: "In shadow",
  inactive: "Switched off",
  scheduled: "Not yet in force",
  over: "Past its last day",
  retired: "Retired",
};

export const POLICY_CHANGE_LABELS: Record<PolicyChangeKind, string> = {
  create: "Adopted",
  change: "Changed",
  retire: "Retired",
};

export const RULE_ACTION_LABELS: Record<RuleAction, string> = {
  allow: "Allow it",
  deny: "Deny it",
  escalate: "Escalate it",
  require_approval: "Ask for approval",
  audit: "Put on record, go on",
};

export const RULE_TARGET_LABELS: Record<RuleTarget, string> = {
  executive: "Executive",
  venture_ceo: "Venture CEO",
  eva: "EVA",
  chairman: "Chairman",
};

export const OPERATOR_LABELS: Record<Operator, string> = {
  eq: "is",
  gt: "is more than",
  lt: "is less than",
  in: "is one of",
  contains: "contains",
};

export const GRANT_KIND_LABELS: Record<GrantKind, string> = {
  risk_acceptance: "Risk acceptance",
  exception_grant: "Exception",
};

export const GRANT_STATE_LABELS: Record<GrantState, string> = {
  in_force: "In force",
  expired: "Expired",
  revoked: "Ended by the chair",
};

export const RESIDUAL_RISK_LABELS: Record<ResidualRisk, string> = { low: "Low", medium: "Medium", high: "High" };
