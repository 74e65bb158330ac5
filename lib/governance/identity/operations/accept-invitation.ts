// Sets the password of whoever holds a link that still works, once (ORG-106 to ORG-108). Earlier sessions of the person
// end: whoever had the old password is out. Where somebody has been here before, the link takes over an account: the person
// is told and their keys stop (ORG-128).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseShared } from "../../kernel/refusal.ts";
import { notify } from "../../notifications/store.ts";
import {
  endSessions,
  findInvitation,
  findUserByEmail,
  hasSignedIn,
  markInvitationsAccepted,
  revokeKeys,
} from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { deriveInvitationState, hashInvitationToken } from "../invitation.ts";
import { passwordReplaced } from "../notices.ts";
import { refuse } from "../refusals.ts";
import { AcceptInvitationInput } from "../schema.ts";
import { hashPassword, loadMembership, setPasswordHash } from "../store.ts";
import { hasAccountElsewhere } from "./read-invitation.ts";

export const acceptInvitation = defineOperation({
  name: "identity.accept_invitation",
  summary: "Set a password with an invitation link",
  permission: "public",
  effect: "write",
  input: AcceptInvitationInput,
  output: z.strictObject({ email: z.string(), organizationId: z.string() }),
  async run({ input, now, tx }) {
    const passwordHash = await hashPassword(input.password);
    const invitation = await findInvitation(tx, hashInvitationToken(input.token), "lock");
    if (invitation === null)
      throw refuseShared("kernel.not_found", { subject: "invitation", reference: "of this link" });
    const at = await now();
    const state = deriveInvitationState(invitation, at);
    if (state !== "open") throw refuse("identity.invitation_not_open", { state });
    const { email, userId } = await loadMembership(tx, invitation.userId);
    const user = await findUserByEmail(tx, email);
    if (hasAccountElsewhere(user, tx.organizationId)) {
      throw refuse("identity.account_elsewhere", { email });
    }
    const replacesPassword = (user !== null && user.passwordHash !== null) || (await hasSignedIn(tx, userId));
    await setPasswordHash(tx, userId, passwordHash);
    await endSessions(tx, { userId, at });
    await markInvitationsAccepted(tx, userId, at);
    const keysRevoked = replacesPassword ? await revokeKeys(tx, { userId, at }) : 0;
    if (replacesPassword) await notify(tx, passwordReplaced(userId));
    await tx.record({
      action: "identity.invitation_accepted",
      subject: personSubject(userId),
      details: { invitation: invitation.id, replacesPassword, keysRevoked },
    } satisfies IdentityEvent);
    return { email, organizationId: tx.organizationId };
  },
});
