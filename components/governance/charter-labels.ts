// The charter's codes as people say them.
import type { EscalationAudience } from "@/lib/governance/board/charter";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import type { BoardAuthority } from "@/lib/governance/board/decision-right";

export const CHARTER_SECTION_LABELS: Record<CharterSection, string> = {
  purpose: "Purpose",
  scope: "Scope",
  authority: "Authority",
  accountability: "Accountability",
  decisionRights: "Decision rights",
  membership: "Membership",
  quorum: "Quorum",
  sealedBallots: "Ballots",
  escalationPaths: "Escalation paths",
  constitution: "Constitution",
  amendmentProcess: "Amendment",
  reviewEveryMonths: "Review",
};

export const AUTHORITY_LABELS: Record<BoardAuthority, string> = {
  board_vote: "Board vote",
  full_board: "Full board",
  supermajority: "Supermajority",
  chair_plus_two: "Chair plus two",
  chair_ratify: "Chair, ratified by the board",
};

export const AUDIENCE_LABELS: Record<EscalationAudience, string> = {
  team: "team",
  model_owner: "model owner",
  technical_lead: "technical lead",
  risk_officer: "risk officer",
  board: "board",
  executive: "executive management",
  chair: "chair",
};
