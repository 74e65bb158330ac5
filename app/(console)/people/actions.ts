"use server";
import { changeGrantedRoles } from "@/lib/governance/identity/operations/change-granted-roles";
import { endMembership } from "@/lib/governance/identity/operations/end-membership";
import { invitePerson } from "@/lib/governance/identity/operations/invite-person";
import { quarantinePerson } from "@/lib/governance/identity/operations/quarantine-person";
import { releasePerson } from "@/lib/governance/identity/operations/release-person";
import { renewInvitation } from "@/lib/governance/identity/operations/renew-invitation";
import { revokeInvitation } from "@/lib/governance/identity/operations/revoke-invitation";
import { toAction } from "@/lib/server/to-action";

export const invitePersonAction = toAction(invitePerson);
export const renewInvitationAction = toAction(renewInvitation);
export const revokeInvitationAction = toAction(revokeInvitation);
export const changeGrantedRolesAction = toAction(changeGrantedRoles);
export const endMembershipAction = toAction(endMembership);
export const quarantinePersonAction = toAction(quarantinePerson);
export const releasePersonAction = toAction(releasePerson);
