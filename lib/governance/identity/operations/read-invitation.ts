// Reads what an invitation link opens, for the page behind it (ORG-107).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { findInvitation, findUserByEmail } from "../access-store.ts";
import { deriveInvitationState, hashInvitationToken } from "../invitation.ts";
import { InvitationToken, InvitationView } from "../schema.ts";
import { loadMembership, loadOrganization } from "../store.ts";

export const readInvitation = defineOperation({
  name: "identity.read_invitation",
  summary: "Read who is invited by a link, and whether it still works",
  permission: "public",
  effect: "read",
  input: z.strictObject({ token: InvitationToken }),
  output: InvitationView,
  async run({ input, now, tx }) {
    const invitation = await findInvitation(tx, hashInvitationToken(input.token), "read");
    if (invitation === null) throw refuse("kernel.not_found", { subject: "invitation", reference: "of this link" });
    const organization = await loadOrganization(tx);
    const membership = await loadMembership(tx, invitation.userId);
    const user = await findUserByEmail(tx, membership.email);
    return {
      organizationName: organization.name,
      organizationId: organization.id,
      name: membership.name,
      email: membership.email,
      state: deriveInvitationState(invitation, await now()),
      expiresAt: invitation.expiresAt.toISOString(),
      hasAccountElsewhere: hasAccountElsewhere(user, tx.organizationId),
    };
  },
});

/**
 * A password opens every organisation of its person, so only the one they joined first gives it, and none changes it for the
 * others (ORG-108).
 */
export function hasAccountElsewhere(
  user: { readonly passwordHash: string | null; readonly organizationIds: readonly string[] } | null,
  organizationId: string,
): boolean {
  if (user === null || user.organizationIds.every((id) => id === organizationId)) return false;
  return user.passwordHash !== null || user.organizationIds[0] !== organizationId;
}
