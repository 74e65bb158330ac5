// Changes one's own name and when one wants to be told of things.
import { defineOperation } from "../../../db/operation.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { requirePerson } from "../refusals.ts";
import { ChangeAccountInput, Nothing } from "../schema.ts";
import { lockMembership, saveMembership } from "../store.ts";

export const changeAccount = defineOperation({
  name: "identity.change_account",
  summary: "Change one's own name, digest hour and quiet hours",
  permission: "identity.self",
  effect: "write",
  input: ChangeAccountInput,
  output: Nothing,
  async run({ input, actor, tx }) {
    const { userId, name: before } = requirePerson(actor);
    await lockMembership(tx, userId);
    const known = await tx.db.membership.findFirstOrThrow({ where: { userId } });
    const { name, ...hours } = input;
    const hourFields = (["digestHour", "quietFromHour", "quietUntilHour"] as const).filter(
      (field) => known[field] !== hours[field],
    );
    const fields = [...(name === before ? [] : ["name"]), ...hourFields];
    if (fields.length === 0) {
      tx.unchanged();
      return {};
    }
    await saveMembership(tx, userId, hours);
    if (name !== before) await tx.db.user.update({ where: { id: userId }, data: { name } });
    await tx.record({
      action: "identity.account_changed",
      subject: personSubject(userId),
      details: { fields },
      ...(name === before ? {} : { personal: { before, after: name } }),
    } satisfies IdentityEvent);
    return {};
  },
});
