// Answers "what must an admin set right?" and "what comes first where nothing is?" (DSH-5, DSH-6).
import type { BoardRole } from "../board/schema.ts";
import { type Permission, type Role, rolesWith } from "../kernel/permission.ts";
import type { Reason } from "../kernel/verdict.ts";
import type { FirstStep } from "./schema.ts";

export type SetUpFacts = {
  readonly vacantRequiredRoles: readonly BoardRole[];
  /** Not decommissioned, and nobody answers for them. */
  readonly modelsWithoutOwner: number;
  readonly lapsedInvitations: number;
  readonly failedMails: number;
};

export type SetUpCode =
  | "dashboard.seats_vacant"
  | "dashboard.models_without_owner"
  | "dashboard.invitations_lapsed"
  | "dashboard.mail_failed";

export function deriveSetUp(facts: SetUpFacts): Reason<SetUpCode>[] {
  const { vacantRequiredRoles: roles } = facts;
  const found: (Reason<SetUpCode> & { facts: { total: number } })[] = [
    { code: "dashboard.seats_vacant", facts: { total: roles.length, roles } },
    { code: "dashboard.models_without_owner", facts: { total: facts.modelsWithoutOwner } },
    { code: "dashboard.invitations_lapsed", facts: { total: facts.lapsedInvitations } },
    { code: "dashboard.mail_failed", facts: { total: facts.failedMails } },
  ];
  return found.filter((reason) => reason.facts.total > 0);
}

const STEP_PERMISSIONS: Readonly<Record<FirstStep, Permission>> = {
  seat_board: "board.seat",
  import_inventory: "registry.import",
  register_model: "registry.register",
  invite_people: "identity.people.manage",
  read_charter: "charter.read",
  read_record: "audit.read",
};

/** In the order in which they are best done; nothing that the person's roles would be refused. */
export function planFirstSteps(facts: {
  readonly models: number;
  readonly isBoardComplete: boolean;
  readonly roles: readonly Role[];
}): FirstStep[] {
  if (facts.models > 0) return [];
  const steps = Object.keys(STEP_PERMISSIONS) as FirstStep[];
  return steps.filter((step) => {
    if (step === "seat_board" && facts.isBoardComplete) return false;
    return rolesWith(STEP_PERMISSIONS[step]).some((role) => facts.roles.includes(role));
  });
}
