// Voids the open link of a person (ORG-106); the membership stays until it is ended.
import { defineOperation } from "../../../db/operation.ts";
import { revokeInvitations } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { Nothing, PersonInput } from "../schema.ts";
import { lockMembership } from "../store.ts";

export const revokeInvitation = defineOperation({
  name: "identity.revoke_invitation",
  summary: "Make the open invitation link of a person stop working",
  permission: "identity.people.manage",
  effect: "write",
  input: PersonInput,
  output: Nothing,
  async run({ input, now, tx }) {
    const membership = await lockMembership(tx, input.personId);
    const revoked = await revokeInvitations(tx, membership.userId, await now());
    if (revoked === 0) throw refuse("identity.no_open_invitation", { person: membership.name });
    await tx.record({
      action: "identity.invitation_revoked",
      subject: personSubject(membership.userId),
      details: { revoked },
    } satisfies IdentityEvent);
    return {};
  },
});
