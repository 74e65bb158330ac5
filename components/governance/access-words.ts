// A person's access and granted roles as people say them.
import type { AccessState } from "@/lib/governance/identity/schema";
import type { GrantedRole } from "@/lib/governance/kernel/permission";

export const ACCESS_LABELS: Record<AccessState, string> = {
  active: "Active",
  invited: "Invited",
  invitation_lapsed: "Invitation lapsed",
  ended: "Ended",
};

/** What a granted role is for, for whoever grants it. */
export const GRANTED_ROLE_MEANINGS: Record<GrantedRole, string> = {
  admin: "Runs the installation: people, seats, settings, imports. Brings no vote",
  model_owner: "Registers models and submits their own for approval",
  auditor: "Reads everything, verifies and exports the record; changes nothing",
};
