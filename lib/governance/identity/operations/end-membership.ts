// Ends a membership with everything that opens the door (ORG-5, ORG-117). The rooms above hear of it in the same
// transaction and do what follows there (a board seat, models without an owner).
import { defineOperation } from "../../../db/operation.ts";
import { endSessions, revokeInvitations, revokeKeys } from "../access-store.ts";
import { assessDeparture, type DepartureKind } from "../departure.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { EndMembershipInput, Nothing } from "../schema.ts";
import { lockKeyHolders, lockMembership, type Membership, saveMembership } from "../store.ts";

export const endMembership = defineOperation({
  name: "identity.end_membership",
  summary: "End a person's membership; sessions, keys and invitations stop working",
  permission: "identity.people.manage",
  effect: "write",
  input: EndMembershipInput,
  output: Nothing,
  async run({ input, now, tx }) {
    const holders = await lockKeyHolders(tx);
    const membership = await lockMembership(tx, input.personId);
    const { userId } = membership;
    if (membership.endedAt !== null) throw refuse("identity.membership_ended", { person: membership.name });
    requireDeparture("membership", membership, holders);
    const at = await now();
    await saveMembership(tx, userId, { endedAt: at });
    const sessionsEnded = await endSessions(tx, { userId, at });
    const keysRevoked = await revokeKeys(tx, { userId, at });
    await revokeInvitations(tx, userId, at);
    await tx.publish("identity.membership_ended", { userId });
    await tx.record({
      action: "identity.membership_ended",
      subject: personSubject(userId),
      details: { sessionsEnded, keysRevoked },
      personal: { reason: input.reason },
    } satisfies IdentityEvent);
    return {};
  },
});

/** Refuses when nobody would remain who can run the installation or chair the board. */
export function requireDeparture(
  kind: DepartureKind,
  person: Pick<Membership, "userId" | "name">,
  holders: { readonly admins: readonly string[]; readonly chairs: readonly string[] },
): void {
  const others = (ids: readonly string[]) => ids.filter((id) => id !== person.userId).length;
  const verdict = assessDeparture(kind, {
    isAdmin: holders.admins.includes(person.userId),
    otherAdmins: others(holders.admins),
    isChair: holders.chairs.includes(person.userId),
    otherChairs: others(holders.chairs),
  });
  if (verdict.outcome === "allowed") return;
  const code = verdict.reasons[0]?.code === "identity.only_chair" ? "identity.only_chair" : "identity.last_admin";
  throw refuse(code, { person: person.name });
}
