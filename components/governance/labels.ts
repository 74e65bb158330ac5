// The domain's codes as people say them. One place, so that a word never differs between two screens.
import type { BoardDecisionKind } from "@/lib/governance/board/decision-right";
import type { Role, TrustLevel } from "@/lib/governance/kernel/permission";
import type { Criterion, FactName, ModelStatus, Stage, Tier } from "@/lib/governance/registry/schema";
import type { Choice, ProposalKind, ProposalStatus, RecusalBasis } from "@/lib/governance/voting/schema";

export const TIER_LABELS: Record<Tier, { step: 1 | 2 | 3 | 4; word: string }> = {
  tier_1_low: { step: 1, word: "low" },
  tier_2_medium: { step: 2, word: "medium" },
  tier_3_high: { step: 3, word: "high" },
  tier_4_critical: { step: 4, word: "critical" },
};

export const MODEL_STATUS_LABELS: Record<ModelStatus, string> = {
  proposed: "Proposed",
  under_review: "Under review",
  approved: "Approved",
  active: "Active",
  deprecated: "Deprecated",
  suspended: "Suspended",
  decommissioned: "Decommissioned",
};

export const PROPOSAL_STATUS_LABELS: Record<ProposalStatus, string> = {
  draft: "Draft",
  open: "Open",
  passed: "Passed",
  rejected: "Rejected",
  no_quorum: "No quorum",
  executed: "Executed",
  execution_failed: "Execution failed",
  withdrawn: "Withdrawn",
  deferred: "Deferred",
  cancelled: "Cancelled",
};

const BOARD_KIND_LABELS: Record<BoardDecisionKind, string> = {
  model_approval: "Model approval",
  decommission: "Decommission",
  policy_change: "Policy change",
  charter_amendment: "Charter amendment",
  risk_acceptance: "Risk acceptance",
  exception_grant: "Exception",
  emergency_action: "Emergency action",
  incident_response: "Incident response",
};

export const PROPOSAL_KIND_LABELS: Record<ProposalKind, string> = {
  ...BOARD_KIND_LABELS,
  configuration: "Configuration",
  policy: "Policy",
  trust_adjustment: "Trust adjustment",
  overlay_registration: "Component registration",
  overlay_update: "Component update",
  emergency: "Emergency",
};

export const CHOICE_LABELS: Record<Choice, string> = { yes: "Yes", no: "No", abstain: "Abstain" };

export const CRITERION_LABELS: Record<Criterion, string> = {
  technical_soundness: "Technical soundness",
  risk_assessment: "Risk assessment",
  ethics_review: "Ethics review",
  business_justification: "Business justification",
  compliance_check: "Compliance check",
  performance_metrics: "Performance metrics",
  documentation: "Documentation",
  monitoring_plan: "Monitoring plan",
};

export const STAGE_LABELS: Record<Stage, string> = {
  planned: "Planned",
  development: "In development",
  implementation: "In implementation",
  operation: "In operation",
  retired: "Retired",
};

export const FACT_LABELS: Record<FactName, string> = {
  affectsRights: "Affects people’s rights",
  affectsSafety: "Affects safety",
  decidesAutonomously: "Decides without a human",
  usesPersonalData: "Uses personal data",
  isPublicFacing: "Faces the public",
};

export const ROLE_LABELS: Record<Role, string> = {
  admin: "Admin",
  chair: "Chair",
  board_member: "Board member",
  advisor: "Advisor",
  model_owner: "Model owner",
  auditor: "Auditor",
  member: "Member",
  agent: "Agent",
};

export const TRUST_LABELS: Record<TrustLevel, string> = {
  core: "Core",
  trusted: "Trusted",
  standard: "Standard",
  sandbox: "Sandbox",
  quarantine: "Quarantine",
};

/** What a vote of all members counts (ORG-4). */
export const TRUST_VOTES: Record<TrustLevel, string> = {
  core: "A vote of theirs weighs 5; may propose emergencies",
  trusted: "A vote of theirs weighs 3; may propose settings, policies and trust",
  standard: "A vote of theirs weighs 1; may propose components",
  sandbox: "A vote of theirs weighs a half",
  quarantine: "Signs in and reads, and nothing else, until an admin releases them",
};

export const RECUSAL_LABELS: Record<RecusalBasis, string> = {
  declared_conflict: "declared conflict",
  ownership: "owns the subject",
  own_request: "at their own request",
  chair_ruling: "by a ruling",
  own_decision: "took the decision in question",
  subject: "is who it is about",
};
