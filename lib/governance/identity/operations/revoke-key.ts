// Revokes a key at once: one's own, or as an admin anybody's (ORG-110). Revoking twice changes nothing.
import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import { refuse } from "../../kernel/refusal.ts";
import { lockKey, revokeKeys } from "../access-store.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { requirePerson } from "../refusals.ts";
import { KeyInput, Nothing } from "../schema.ts";

export const revokeKey = defineOperation({
  name: "identity.revoke_key",
  summary: "Revoke an API key",
  permission: "identity.keys.own",
  effect: "write",
  input: KeyInput,
  output: Nothing,
  async run({ input, actor, now, tx }) {
    const { userId } = requirePerson(actor);
    const key = await lockKey(tx, input.keyId, hasRole(actor, "admin") ? null : userId);
    if (key === null) throw refuse("kernel.not_found", { subject: "key", reference: input.keyId });
    if (key.revokedAt !== null) {
      tx.unchanged();
      return {};
    }
    await revokeKeys(tx, { userId: key.userId, only: key.id, at: await now() });
    await tx.record({
      action: "identity.key_revoked",
      subject: personSubject(key.userId),
      details: { key: key.publicId },
    } satisfies IdentityEvent);
    return {};
  },
});
