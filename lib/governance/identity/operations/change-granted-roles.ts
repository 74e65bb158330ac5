// Changes what an admin has granted to a person; roles of the board follow from the seat (ORG-112). The last admin who
// can act stays one (ORG-5).
import { defineOperation } from "../../../db/operation.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { ChangeGrantedRolesInput, Nothing } from "../schema.ts";
import { lockKeyHolders, lockMembership, saveMembership } from "../store.ts";
import { requireDeparture } from "./end-membership.ts";

export const changeGrantedRoles = defineOperation({
  name: "identity.change_granted_roles",
  summary: "Change the granted roles of a person",
  permission: "identity.people.manage",
  effect: "write",
  input: ChangeGrantedRolesInput,
  output: Nothing,
  async run({ input, tx }) {
    const holders = await lockKeyHolders(tx);
    const membership = await lockMembership(tx, input.personId);
    if (membership.endedAt !== null) throw refuse("identity.membership_ended", { person: membership.name });
    const before = membership.grantedRoles;
    const after = input.grantedRoles;
    if (!after.includes("admin")) requireDeparture("admin", membership, holders);
    if (before.length === after.length && after.every((role) => before.includes(role))) {
      tx.unchanged();
      return {};
    }
    await saveMembership(tx, membership.userId, { grantedRoles: after });
    await tx.record({
      action: "identity.roles_changed",
      subject: personSubject(membership.userId),
      details: { before, after },
    } satisfies IdentityEvent);
    return {};
  },
});
