// Finds who is acting: the session behind a cookie, or the key in the Authorization header. Both are checked against
// the database at every request, so that ending a session, a key or a membership takes effect at once.
import { createHash, timingSafeEqual } from "node:crypto";
import { database } from "../db/client.ts";
import { parseApiKey } from "../governance/identity/api-key.ts";
import { deriveRoles } from "../governance/identity/seat-role.ts";
import type { PersonActor, SystemActor } from "../governance/kernel/actor.ts";
import { GrantedRole, TrustLevel } from "../governance/kernel/permission.ts";

type MembershipRow = {
  organization_id: string;
  user_id: string;
  name: string;
  email: string;
  granted_roles: string[];
  trust_level: string;
  seat_role: string | null;
};

function toPerson(row: MembershipRow, by: Pick<PersonActor, "scopes" | "sessionId" | "keyId">): PersonActor {
  const granted = row.granted_roles.map((role) => GrantedRole.parse(role));
  return {
    kind: "person",
    organizationId: row.organization_id,
    userId: row.user_id,
    name: row.name,
    email: row.email,
    roles: deriveRoles(granted, row.seat_role),
    trustLevel: TrustLevel.parse(row.trust_level),
    ...by,
  };
}

/** The person behind a session; null when it ended, was revoked, or its membership is over. */
export async function findSessionActor(sessionId: string): Promise<PersonActor | null> {
  if (!UUID.test(sessionId)) return null;
  const { rows } = await database().pool.query<MembershipRow>("SELECT * FROM auth_session($1)", [sessionId]);
  if (rows[0] === undefined) return null;
  await noteUse("note_session_use", sessionId);
  return toPerson(rows[0], { scopes: null, sessionId, keyId: null });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;
const NOTE_EVERY_MS = 60_000;
const notedAt = new Map<string, number>();

/** Notes that a session or a key was used: asked of the database at most once a minute, which itself keeps to that. */
async function noteUse(by: "note_session_use" | "note_key_use", id: string): Promise<void> {
  const at = performance.now();
  if (at - (notedAt.get(id) ?? Number.NEGATIVE_INFINITY) < NOTE_EVERY_MS) return;
  if (notedAt.size > 10_000) notedAt.clear();
  notedAt.set(id, at);
  await database().pool.query(`SELECT ${by}($1)`, [id]);
}

type KeyRow = MembershipRow & {
  key_id: string;
  secret_hash: string;
  scopes: string[];
  expires_at: Date;
  revoked_at: Date | null;
  is_expired: boolean;
};

/** The person behind an API key; null for anything but a whole, known, living key. */
export async function findKeyActor(presented: string): Promise<PersonActor | null> {
  const key = parseApiKey(presented);
  if (key === null) return null;
  const { rows } = await database().pool.query<KeyRow>({
    name: "auth_api_key",
    text: "SELECT *, expires_at <= governance_now() AS is_expired FROM auth_api_key($1)",
    values: [key.publicId],
  });
  const row = rows[0];
  if (row === undefined || row.revoked_at !== null || row.is_expired) return null;
  const presentedHash = createHash("sha256").update(key.secret).digest();
  if (!timingSafeEqual(presentedHash, Buffer.from(row.secret_hash, "hex"))) return null;
  await noteUse("note_key_use", key.publicId);
  return toPerson(row, {
    scopes: row.scopes,
    sessionId: null,
    keyId: row.key_id,
  });
}

/** A person by id, for the command line, the seed and tests. */
export async function findMemberActor(organizationId: string, userId: string): Promise<PersonActor | null> {
  const { rows } = await database().pool.query<MembershipRow>("SELECT * FROM auth_membership($1, $2)", [
    organizationId,
    userId,
  ]);
  return rows[0] === undefined ? null : toPerson(rows[0], { scopes: null, sessionId: null, keyId: null });
}

export function systemActor(organizationId: string, name: string): SystemActor {
  return { kind: "system", organizationId, name };
}
