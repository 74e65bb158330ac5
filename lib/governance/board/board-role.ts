// Answers "what is each seat: does it vote, what does it stand for, how long at least?" (BRD table, BRD-1).
import { BoardRole } from "./schema.ts";

export type BoardRoleDefinition = {
  readonly votes: boolean;
  readonly domain: string;
  readonly minimumTermMonths: number;
};

export const BOARD_ROLES: Readonly<Record<BoardRole, BoardRoleDefinition>> = {
  chair: { votes: true, domain: "leadership", minimumTermMonths: 24 },
  technical_lead: { votes: true, domain: "ml_ai", minimumTermMonths: 18 },
  risk_officer: { votes: true, domain: "risk_management", minimumTermMonths: 18 },
  ethics_representative: { votes: true, domain: "ai_ethics", minimumTermMonths: 12 },
  business_representative: { votes: true, domain: "operations", minimumTermMonths: 12 },
  external_advisor: { votes: false, domain: "industry", minimumTermMonths: 12 },
  legal_counsel: { votes: true, domain: "legal_compliance", minimumTermMonths: 24 },
  data_steward: { votes: true, domain: "data_governance", minimumTermMonths: 18 },
};

/** Seats without which a board does not work (BRD-1); a charter may require more, never fewer. */
export const REQUIRED_ROLES: readonly BoardRole[] = [
  "chair",
  "technical_lead",
  "risk_officer",
  "ethics_representative",
];

/** Every role, in the order in which a board is read. */
export const ROLE_ORDER: readonly BoardRole[] = BoardRole.options;
