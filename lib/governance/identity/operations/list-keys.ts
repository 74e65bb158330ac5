// Reads one's own keys, and which scopes a new one may have (ORG-109).
import { defineOperation } from "../../../db/operation.ts";
import { loadKeys } from "../access-store.ts";
import { deriveGrantableScopes } from "../key-scope.ts";
import { requirePerson } from "../refusals.ts";
import { Nothing, OwnKeys } from "../schema.ts";

export const listKeys = defineOperation({
  name: "identity.list_keys",
  summary: "List one's own API keys",
  permission: "identity.keys.own",
  effect: "read",
  input: Nothing,
  output: OwnKeys,
  async run({ actor, now, tx }) {
    const person = requirePerson(actor);
    const at = await now();
    const keys = await loadKeys(tx, person.userId);
    const items = keys.map(({ id, publicId, name, scopes, createdAt, expiresAt, lastUsedAt, revokedAt }) => {
      const state: "active" | "expired" | "revoked" =
        revokedAt !== null ? "revoked" : expiresAt.getTime() <= at.getTime() ? "expired" : "active";
      return {
        id,
        publicId,
        name,
        scopes,
        state,
        createdAt: createdAt.toISOString(),
        expiresAt: expiresAt.toISOString(),
        lastUsedAt: lastUsedAt?.toISOString() ?? null,
        revokedAt: revokedAt?.toISOString() ?? null,
      };
    });
    return { items, grantableScopes: [...deriveGrantableScopes(person)] };
  },
});
