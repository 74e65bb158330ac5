"use server";
import { acceptInvitation } from "@/lib/governance/identity/operations/accept-invitation";
import { requireInvitingOrganization } from "@/lib/server/installation";
import { toPublicAction } from "@/lib/server/to-public-action";

export const acceptInvitationAction = toPublicAction(acceptInvitation, ({ token }) =>
  requireInvitingOrganization(token),
);
