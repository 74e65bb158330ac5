// Gives a quarantined person back the trust level held before (ORG-111).
import { defineOperation } from "../../../db/operation.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { refuse } from "../refusals.ts";
import { Nothing, QuarantineInput } from "../schema.ts";
import { lockMembership, saveMembership } from "../store.ts";

export const releasePerson = defineOperation({
  name: "identity.release_person",
  summary: "Release a person from quarantine",
  permission: "identity.people.manage",
  effect: "write",
  input: QuarantineInput,
  output: Nothing,
  async run({ input, tx }) {
    const { userId, name, trustLevel, trustBeforeQuarantine, endedAt } = await lockMembership(tx, input.personId);
    if (endedAt !== null) throw refuse("identity.membership_ended", { person: name });
    if (trustLevel !== "quarantine") throw refuse("identity.not_quarantined", { person: name });
    const after = trustBeforeQuarantine ?? "standard";
    await saveMembership(tx, userId, { trustLevel: after, trustBeforeQuarantine: null });
    await tx.record({
      action: "identity.person_released",
      subject: personSubject(userId),
      details: { after },
      personal: { reason: input.reason },
    } satisfies IdentityEvent);
    return {};
  },
});
