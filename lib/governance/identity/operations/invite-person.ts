// Invites a person: membership with granted roles, and a link that opens once (ORG-106, ORG-112). Somebody whose
// membership ended comes back with it (ORG-117).
import { randomBytes } from "node:crypto";
import { isTaken } from "../../../db/database-error.ts";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { Actor } from "../../kernel/actor.ts";
import { addDays } from "../../kernel/calendar.ts";
import { createInvitation } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { formatInvitationToken, hashInvitationToken, INVITATION_DAYS } from "../invitation.ts";
import { refuse } from "../refusals.ts";
import { InvitationLink, InvitePersonInput } from "../schema.ts";
import {
  createMembership,
  ensureUser,
  findMembership,
  findUnendedSeat,
  lockMembership,
  saveMembership,
} from "../store.ts";

export const invitePerson = defineOperation({
  name: "identity.invite_person",
  summary: "Invite a person with granted roles; answers with a link that is shown once",
  permission: "identity.people.manage",
  effect: "write",
  input: InvitePersonInput,
  output: InvitationLink,
  async run({ input, actor, now, tx }) {
    const { grantedRoles, department, email, name } = input;
    const userId = await ensureUser(tx, { email, name });
    const isReturn = await joinOrReturn(tx, userId, { grantedRoles, department, email });
    const { invitationId: _kept, ...link } = await issueLink(tx, actor, userId, await now());
    await tx.record({
      action: "identity.person_invited",
      subject: personSubject(userId),
      details: { grantedRoles, isReturn, expiresAt: link.expiresAt },
      personal: { name, email },
    } satisfies IdentityEvent);
    return link;
  },
});

async function joinOrReturn(
  tx: UnitOfWork,
  userId: string,
  invited: Pick<typeof InvitePersonInput._output, "grantedRoles" | "department" | "email">,
): Promise<boolean> {
  const { grantedRoles, department, email } = invited;
  if ((await findMembership(tx, userId)) === null) {
    try {
      await createMembership(tx, { userId, grantedRoles, department });
      return false;
    } catch (error) {
      // Two admins invited the same person at once: the other one was first.
      if (isTaken(error)) throw alreadyMember(email);
      throw error;
    }
  }
  const membership = await lockMembership(tx, userId);
  if (membership.endedAt === null) throw alreadyMember(email);
  const seat = await findUnendedSeat(tx, userId);
  if (seat !== null) throw refuse("identity.seat_not_ended", { person: membership.name, seat });
  await saveMembership(tx, userId, { grantedRoles, department, endedAt: null });
  return true;
}

function alreadyMember(email: string) {
  const message = "This person is a member already";
  return refuse("identity.already_member", { email }, [{ path: "email", code: "already_member", message }]);
}

/** A fresh link for the person; only its hash is kept. */
export async function issueLink(tx: UnitOfWork, actor: Actor, userId: string, at: Date) {
  const token = formatInvitationToken(randomBytes(32));
  const expiresAt = addDays(at, INVITATION_DAYS);
  const createdBy = actor.kind === "person" ? actor.userId : null;
  const tokenHash = hashInvitationToken(token);
  const invitationId = await createInvitation(tx, { userId, tokenHash, createdBy, at, expiresAt });
  return { personId: userId, token, path: `/invitation/${token}`, expiresAt: expiresAt.toISOString(), invitationId };
}
