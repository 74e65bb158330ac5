// The board's codes as people say them.
import type { BoardRole, SeatState } from "@/lib/governance/board/schema";

export const BOARD_ROLE_LABELS: Record<BoardRole, string> = {
  chair: "Chair",
  technical_lead: "Technical lead",
  risk_officer: "Risk officer",
  ethics_representative: "Ethics representative",
  business_representative: "Business representative",
  external_advisor: "External advisor",
  legal_counsel: "Legal counsel",
  data_steward: "Data steward",
};

export const SEAT_STATE_LABELS: Record<SeatState, string> = {
  scheduled: "Appointed",
  in_office: "In office",
  term_over: "Term over",
  ended: "Ended early",
  left_organization: "Left the organisation",
};

/** Domains of the seats; a code that is not known here is shown as it is. */
export const DOMAIN_LABELS: Readonly<Record<string, string>> = {
  leadership: "Leadership",
  ml_ai: "Machine learning and AI",
  risk_management: "Risk management",
  ai_ethics: "AI ethics",
  operations: "Operations",
  industry: "Industry",
  legal_compliance: "Legal and compliance",
  data_governance: "Data governance",
};
