// Restricts a person to signing in and reading, at once (ORG-4, ORG-111). The last admin who can act cannot be quarantined.
import { defineOperation } from "../../../db/operation.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { Nothing, QuarantineInput } from "../schema.ts";
import { lockKeyHolders, lockMembership, saveMembership } from "../store.ts";
import { requireDeparture } from "./end-membership.ts";

export const quarantinePerson = defineOperation({
  name: "identity.quarantine_person",
  summary: "Restrict a person to signing in and reading",
  permission: "identity.people.manage",
  effect: "write",
  input: QuarantineInput,
  output: Nothing,
  async run({ input, tx }) {
    const holders = await lockKeyHolders(tx);
    const membership = await lockMembership(tx, input.personId);
    const { userId, name, trustLevel: before } = membership;
    if (membership.endedAt !== null) throw refuse("identity.membership_ended", { person: name });
    if (before === "quarantine") throw refuse("identity.already_quarantined", { person: name });
    requireDeparture("admin", membership, holders);
    await saveMembership(tx, userId, { trustLevel: "quarantine", trustBeforeQuarantine: before });
    await tx.record({
      action: "identity.person_quarantined",
      subject: personSubject(userId),
      details: { before },
      personal: { reason: input.reason },
    } satisfies IdentityEvent);
    return {};
  },
});
