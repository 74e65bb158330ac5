// Gives a person a new link and voids the older ones (ORG-106). For somebody who has signed in before it is the way back
// when the password is lost; either way the record names who gave it,
// and the person is told (ORG-128).
import { defineOperation } from "../../../db/operation.ts";
import { notify } from "../../notifications/store.ts";
import { findUserByEmail, hasSignedIn, revokeInvitations } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { passwordLinkGiven } from "../notices.ts";
import { refuse } from "../refusals.ts";
import { InvitationLink, PersonInput } from "../schema.ts";
import { lockMembership } from "../store.ts";
import { issueLink } from "./invite-person.ts";

export const renewInvitation = defineOperation({
  name: "identity.renew_invitation",
  summary: "Give a person a new link to set a password; older links stop working",
  permission: "identity.people.manage",
  effect: "write",
  input: PersonInput,
  output: InvitationLink,
  async run({ input, actor, now, tx }) {
    const membership = await lockMembership(tx, input.personId);
    if (membership.endedAt !== null) throw refuse("identity.membership_ended", { person: membership.name });
    const at = await now();
    const user = await findUserByEmail(tx, membership.email);
    await revokeInvitations(tx, membership.userId, at);
    const { invitationId, ...link } = await issueLink(tx, actor, membership.userId, at);
    const resetsPassword = (user !== null && user.passwordHash !== null) || (await hasSignedIn(tx, membership.userId));
    if (resetsPassword) await notify(tx, passwordLinkGiven(membership.userId));
    await tx.record({
      action: "identity.invitation_renewed",
      subject: personSubject(membership.userId),
      details: {
        invitation: invitationId,
        resetsPassword,
        expiresAt: link.expiresAt,
      },
    } satisfies IdentityEvent);
    return link;
  },
});
