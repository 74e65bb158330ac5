// Reads and writes of what opens the door: sessions, invitations, API keys, and the look-ups before anybody is known.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { requireId } from "./store.ts";

// ── before anybody is known ──────────────────────────────────────────────────────────────────────────────────────────
export type KnownUser = {
  readonly userId: string;
  readonly passwordHash: string | null;
  /** Organisations with an active membership, oldest first. */
  readonly organizationIds: readonly string[];
};

export async function findUserByEmail(tx: UnitOfWork, email: string): Promise<KnownUser | null> {
  const [row] = await tx.db.$queryRaw<{ user_id: string; password_hash: string | null; organization_ids: string[] }[]>`
    SELECT user_id::text, password_hash, organization_ids::text[] FROM auth_user(${email})`;
  return row === undefined
    ? null
    : { userId: row.user_id, passwordHash: row.password_hash, organizationIds: row.organization_ids };
}

// ── sessions ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export async function createSession(
  tx: UnitOfWork,
  session: { userId: string; at: Date; expiresAt: Date; address: string; userAgent: string },
): Promise<string> {
  const { userId, at, expiresAt, address, userAgent } = session;
  const row = await tx.db.session.create({
    data: { userId, createdAt: at, lastSeenAt: at, expiresAt, address, userAgent },
    select: { id: true },
  });
  return row.id;
}

/** Sessions that still open the door, newest first. */
export async function loadLiveSessions(tx: UnitOfWork, userId: string, at: Date) {
  return tx.db.session.findMany({
    where: { userId, revokedAt: null, expiresAt: { gt: at } },
    orderBy: { createdAt: "desc" },
    take: 100,
  });
}

/** Ends the named sessions of a person, or all but one; returns how many were alive. */
export async function endSessions(
  tx: UnitOfWork,
  which: { userId: string; only?: string; except?: string | null; at: Date },
): Promise<number> {
  const { userId, only, except, at } = which;
  const id = { ...(only === undefined ? {} : { equals: only }), ...(except ? { not: except } : {}) };
  const { count } = await tx.db.session.updateMany({
    where: { userId, id, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
  });
  return count;
}

/** Ends a member's sessions in every other organisation; returns how many were alive. */
export async function endSessionsElsewhere(tx: UnitOfWork, userId: string): Promise<number> {
  const [row] = await tx.db.$queryRaw<{ ended: number }[]>`SELECT end_sessions_elsewhere(${userId}::uuid) AS ended`;
  return row?.ended ?? 0;
}

/** Whether the person has ever been in this organisation. */
export async function hasSignedIn(tx: UnitOfWork, userId: string): Promise<boolean> {
  return (await tx.db.session.findFirst({ where: { userId }, select: { id: true } })) !== null;
}

// ── invitations ──────────────────────────────────────────────────────────────────────────────────────────────────────
export async function createInvitation(
  tx: UnitOfWork,
  invitation: { userId: string; tokenHash: string; createdBy: string | null; at: Date; expiresAt: Date },
): Promise<string> {
  const { userId, tokenHash, createdBy, at, expiresAt } = invitation;
  const row = await tx.db.invitation.create({
    data: { userId, tokenHash, createdBy, createdAt: at, expiresAt },
    select: { id: true },
  });
  return row.id;
}

/** Voids every link of the person that could still be used; returns how many there were. */
export async function revokeInvitations(tx: UnitOfWork, userId: string, at: Date): Promise<number> {
  const { count } = await tx.db.invitation.updateMany({
    where: { userId, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { revokedAt: at },
  });
  return count;
}

/** Marks open links as used: by the link itself, or by signing in with a password the person already has. */
export async function markInvitationsAccepted(tx: UnitOfWork, userId: string, at: Date): Promise<void> {
  await tx.db.invitation.updateMany({
    where: { userId, acceptedAt: null, revokedAt: null, expiresAt: { gt: at } },
    data: { acceptedAt: at },
  });
}

/** The invitation of this organisation with that token, locked when asked; null when there is none. */
export async function findInvitation(tx: UnitOfWork, tokenHash: string, lock: "lock" | "read") {
  if (lock === "lock") {
    await tx.db.$queryRaw`
      SELECT id FROM invitations WHERE organization_id = app_organization() AND token_hash = ${tokenHash} FOR UPDATE`;
  }
  return tx.db.invitation.findFirst({ where: { tokenHash } });
}

// ── keys ─────────────────────────────────────────────────────────────────────────────────────────────────────────────
export async function createApiKey(
  tx: UnitOfWork,
  key: {
    userId: string;
    publicId: string;
    secretHash: string;
    name: string;
    scopes: readonly string[];
    at: Date;
    expiresAt: Date;
  },
): Promise<string> {
  const { at, scopes, ...rest } = key;
  const row = await tx.db.apiKey.create({
    data: { ...rest, scopes: [...scopes], createdAt: at },
    select: { id: true },
  });
  return row.id;
}

export async function countLiveKeys(tx: UnitOfWork, userId: string, at: Date): Promise<number> {
  return tx.db.apiKey.count({ where: { userId, revokedAt: null, expiresAt: { gt: at } } });
}

export async function loadKeys(tx: UnitOfWork, userId: string) {
  return tx.db.apiKey.findMany({ where: { userId }, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: 200 });
}

/** One key, locked. `userId` limits the look-up to the holder's own keys. */
export async function lockKey(tx: UnitOfWork, keyId: string, userId: string | null) {
  const id = requireId("key", keyId);
  await tx.db.$queryRaw`
    SELECT id FROM api_keys WHERE organization_id = app_organization() AND id = ${id}::uuid FOR UPDATE`;
  return tx.db.apiKey.findFirst({ where: { id, ...(userId === null ? {} : { userId }) } });
}

/** Revokes one key, or every living key of the person; returns how many. */
export async function revokeKeys(tx: UnitOfWork, which: { userId: string; only?: string; at: Date }): Promise<number> {
  const { userId, only, at } = which;
  const { count } = await tx.db.apiKey.updateMany({
    where: { userId, revokedAt: null, ...(only === undefined ? {} : { id: only }) },
    data: { revokedAt: at },
  });
  return count;
}
