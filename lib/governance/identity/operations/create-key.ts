// Makes an API key for oneself, shown once (api: auth; ORG-109): no scope beyond the own roles, nor beyond the key with
// which it is asked for.
import { randomBytes, randomInt } from "node:crypto";
import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import { addDays } from "../../kernel/calendar.ts";
import type { Role } from "../../kernel/permission.ts";
import { countLiveKeys, createApiKey } from "../access-store.ts";
import { formatApiKey, hashApiSecret } from "../api-key.ts";
import { type IdentityEvent, personSubject } from "../events.ts";
import { assessScopes, deriveGrantableScopes } from "../key-scope.ts";
import { refuse, requirePerson } from "../refusals.ts";
import { CreatedKey, CreateKeyInput } from "../schema.ts";
import { lockMembership } from "../store.ts";

export const MOST_LIVE_KEYS = 20;
const CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export const createKey = defineOperation({
  name: "identity.create_key",
  summary: "Make an API key for oneself; it is shown once",
  permission: "identity.keys.own",
  effect: "write",
  input: CreateKeyInput,
  output: CreatedKey,
  async run({ input, actor, now, tx }) {
    const { userId, roles, scopes } = requirePerson(actor);
    const { endedAt, name } = await lockMembership(tx, userId);
    // Ended since the door was opened: a key made now would work again on the day the person comes back (ORG-117).
    if (endedAt !== null) throw refuse("identity.membership_ended", { person: name });
    return makeKey(tx, now, { ...input, userId, roles, holderScopes: scopes });
  },
});

type WantedKey = {
  readonly userId: string;
  readonly roles: readonly Role[];
  readonly holderScopes: readonly string[] | null;
  readonly name: string;
  /** All that can be granted when left out. */
  readonly scopes?: readonly string[];
  readonly expiresInDays: number;
};

/** Judges, makes and records a key. The caller has locked the holder's membership. */
export async function makeKey(tx: UnitOfWork, now: () => Promise<Date>, wanted: WantedKey) {
  const { userId, roles, name } = wanted;
  const grantable = deriveGrantableScopes({ roles, scopes: wanted.holderScopes });
  const scopes = [...new Set(wanted.scopes ?? grantable)].sort();
  const missing = scopes.filter((scope) => assessScopes([scope], grantable).outcome === "refused");
  if (missing.length > 0) {
    const message = `Not carried by the holder's roles: ${missing.map((scope) => `\`${scope}\``).join(", ")}`;
    throw refuse("identity.scope_not_held", { scopes: missing }, [{ path: "scopes", code: "not_held", message }]);
  }
  const at = await now();
  if ((await countLiveKeys(tx, userId, at)) >= MOST_LIVE_KEYS) {
    throw refuse("identity.too_many_keys", { limit: MOST_LIVE_KEYS });
  }
  const publicId = Array.from({ length: 10 }, () => CROCKFORD[randomInt(32)]).join("");
  const secret = randomBytes(32).toString("base64url");
  const expiresAt = addDays(at, wanted.expiresInDays);
  const secretHash = hashApiSecret(secret);
  const id = await createApiKey(tx, { userId, publicId, secretHash, name, scopes, at, expiresAt });
  await tx.record({
    action: "identity.key_created",
    subject: personSubject(userId),
    details: { key: publicId, scopes, expiresAt: expiresAt.toISOString() },
    personal: { name },
  } satisfies IdentityEvent);
  return { key: formatApiKey(publicId, secret), id, expiresAt: expiresAt.toISOString() };
}
