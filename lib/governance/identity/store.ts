// Reads and writes of organisations, settings, people and memberships. The list of people is read by
// `people-store.ts`; sessions, invitations and keys are in `access-store.ts`.
import { randomBytes } from "node:crypto";
import { hash, verify } from "@node-rs/argon2";
import { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { GrantedRole, TrustLevel } from "../kernel/permission.ts";
import { refuse } from "../kernel/refusal.ts";
import { isSettingKey, isSettingValue, SETTING_KEYS, SETTINGS, type SettingKey } from "./setting-catalogue.ts";

// ── passwords ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** OWASP's parameters for argon2id (the package's default algorithm): 19 MiB, two passes, one lane. */
const ARGON2 = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFC"), ARGON2);
}

let decoy: Promise<string> | null = null;

/** Takes the same time whether or not there is a hash to compare with, so that it does not tell who is known. */
export async function isPassword(password: string, passwordHash: string | null): Promise<boolean> {
  decoy ??= hashPassword(randomBytes(16).toString("hex"));
  const isRight = await verify(passwordHash ?? (await decoy), password.normalize("NFC"));
  return passwordHash !== null && isRight;
}

export async function setPasswordHash(tx: UnitOfWork, userId: string, passwordHash: string): Promise<void> {
  await tx.db.user.update({ where: { id: userId }, data: { passwordHash } });
}

// ── organisations ────────────────────────────────────────────────────────────────────────────────────────────────────
/**
 * Makes the organisation of this unit of work (its id is `tx.organizationId`, a fresh uuid that the caller chose for the
 * actor). The first one also claims the installation: of two first runs at once, one violates its key (`isTaken`).
 */
export async function createOrganization(
  tx: UnitOfWork,
  organization: { name: string; timeZone: string; isDemo?: boolean; isFirst?: boolean },
): Promise<void> {
  const { name, timeZone, isDemo = false, isFirst = true } = organization;
  if (isFirst) await tx.db.installation.create({ data: { id: 1, organizationId: tx.organizationId } });
  await tx.db.organization.create({ data: { id: tx.organizationId, name, timeZone, isDemo } });
}

export type OrganizationFacts = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
};

export async function loadOrganization(tx: UnitOfWork): Promise<OrganizationFacts> {
  const { id, name, timeZone, isDemo } = await tx.db.organization.findUniqueOrThrow({
    where: { id: tx.organizationId },
  });
  return { id, name, timeZone, isDemo };
}

/** Locks the organisation's row: settings change one act after the other. */
export async function lockOrganization(tx: UnitOfWork): Promise<OrganizationFacts> {
  await tx.db.$queryRaw`SELECT id FROM organizations WHERE id = app_organization() FOR UPDATE`;
  return loadOrganization(tx);
}

export async function saveOrganization(tx: UnitOfWork, change: { name?: string; timeZone?: string }): Promise<void> {
  await tx.db.organization.update({ where: { id: tx.organizationId }, data: change });
}

// ── settings ─────────────────────────────────────────────────────────────────────────────────────────────────────────
/** The value in force: what was set, else the standard. Ten-thousandths, hours or days, as the catalogue says. */
export async function readSetting(tx: UnitOfWork, key: SettingKey): Promise<number> {
  const row = await tx.db.organizationSetting.findFirst({ where: { key } });
  return toSettingValue(key, row?.value);
}

/** A stored value outside today's bounds (a catalogue can change) must not decide anything: it is a broken invariant. */
function toSettingValue(key: SettingKey, stored: unknown): number {
  if (stored === undefined) return SETTINGS[key].standard;
  if (!isSettingValue(key, stored)) throw new Error(`The stored value of setting ${key} is out of bounds`);
  return stored;
}

export async function loadSettings(
  tx: UnitOfWork,
): Promise<ReadonlyMap<SettingKey, { value: number; updatedAt: Date | null }>> {
  const rows = await tx.db.organizationSetting.findMany();
  const known = new Map<SettingKey, { value: number; updatedAt: Date | null }>();
  for (const key of SETTING_KEYS) known.set(key, { value: SETTINGS[key].standard, updatedAt: null });
  for (const row of rows) {
    if (isSettingKey(row.key))
      known.set(row.key, { value: toSettingValue(row.key, row.value), updatedAt: row.updatedAt });
  }
  return known;
}

export async function saveSetting(
  tx: UnitOfWork,
  setting: { key: SettingKey; value: number; by: string | null; at: Date },
): Promise<void> {
  const { key, value, by, at } = setting;
  await tx.db.organizationSetting.upsert({
    where: { organizationId_key: { organizationId: tx.organizationId, key } },
    create: { key, value, updatedAt: at, updatedBy: by },
    update: { value, updatedAt: at, updatedBy: by },
  });
}

// ── people ───────────────────────────────────────────────────────────────────────────────────────────────────────────
/** One person per e-mail, whatever organisations know them; the name of a known person is left alone. Returns the id. */
export async function ensureUser(tx: UnitOfWork, person: { email: string; name: string }): Promise<string> {
  const [row] = await tx.db.$queryRaw<
    { id: string }[]
  >`SELECT ensure_user(${person.email}, ${person.name})::text AS id`;
  if (row === undefined) throw new Error("The database gave no user id");
  return row.id;
}

/** Throws a unique violation (`isTaken`) when the person already has a membership here, ended or not. */
export async function createMembership(
  tx: UnitOfWork,
  membership: {
    userId: string;
    grantedRoles: readonly GrantedRole[];
    trustLevel?: TrustLevel;
    department?: string;
    joinedAt?: Date;
  },
): Promise<void> {
  await tx.db.membership.create({
    data: {
      organizationId: tx.organizationId,
      userId: membership.userId,
      grantedRoles: [...membership.grantedRoles],
      trustLevel: membership.trustLevel ?? "standard",
      department: membership.department ?? "",
      ...(membership.joinedAt === undefined ? {} : { joinedAt: membership.joinedAt }),
    },
  });
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/** An ill-formed id, an unknown one and one of another organisation get the same answer (ORG-3). */
export function requireId(subject: string, id: string): string {
  if (!UUID.test(id)) throw refuse("kernel.not_found", { subject, reference: id });
  return id.toLowerCase();
}

export type Membership = {
  readonly userId: string;
  readonly name: string;
  readonly email: string;
  readonly grantedRoles: readonly GrantedRole[];
  readonly trustLevel: TrustLevel;
  readonly trustBeforeQuarantine: TrustLevel | null;
  readonly department: string;
  readonly endedAt: Date | null;
};

/** Locks the membership (not the person) until the act is over; refuses with 404 when there is none here. */
export async function lockMembership(tx: UnitOfWork, personId: string): Promise<Membership> {
  const userId = requireId("person", personId);
  const rows = await tx.db.$queryRaw<{ user_id: string }[]>`
    SELECT user_id FROM memberships WHERE organization_id = app_organization() AND user_id = ${userId}::uuid FOR UPDATE`;
  if (rows.length === 0) throw refuse("kernel.not_found", { subject: "person", reference: personId });
  return loadMembership(tx, userId);
}

export async function loadMembership(tx: UnitOfWork, userId: string): Promise<Membership> {
  const row = await tx.db.membership.findFirstOrThrow({ where: { userId }, include: { user: true } });
  return {
    userId: row.userId,
    name: row.user.name,
    email: row.user.email,
    grantedRoles: row.grantedRoles.map((role) => GrantedRole.parse(role)),
    trustLevel: TrustLevel.parse(row.trustLevel),
    trustBeforeQuarantine: row.trustBeforeQuarantine === null ? null : TrustLevel.parse(row.trustBeforeQuarantine),
    department: row.department,
    endedAt: row.endedAt,
  };
}

export async function findMembership(tx: UnitOfWork, userId: string): Promise<Membership | null> {
  const count = await tx.db.membership.count({ where: { userId } });
  return count === 0 ? null : loadMembership(tx, userId);
}

export async function saveMembership(
  tx: UnitOfWork,
  userId: string,
  change: Partial<{
    grantedRoles: readonly GrantedRole[];
    trustLevel: TrustLevel;
    trustBeforeQuarantine: TrustLevel | null;
    department: string;
    endedAt: Date | null;
    digestHour: number;
    quietFromHour: number | null;
    quietUntilHour: number | null;
  }>,
): Promise<void> {
  const { grantedRoles, ...rest } = change;
  await tx.db.membership.update({
    where: { organizationId_userId: { organizationId: tx.organizationId, userId } },
    data: { ...rest, ...(grantedRoles === undefined ? {} : { grantedRoles: [...grantedRoles] }) },
  });
}

/** A seat of the person that still runs or is to come; whoever returns may not find it (ORG-127). */
export async function findUnendedSeat(tx: UnitOfWork, userId: string): Promise<string | null> {
  const [row] = await tx.db.$queryRaw<{ reference: string }[]>`
    SELECT reference FROM board_members WHERE organization_id = app_organization() AND user_id = ${userId}::uuid
      AND ended_at IS NULL AND term_end_at > governance_now() LIMIT 1`;
  return row?.reference ?? null;
}

const IS_ADMIN = Prisma.sql`'admin' = ANY(m.granted_roles)`;
const IS_CHAIR = Prisma.sql`EXISTS (
  SELECT FROM board_members b WHERE b.organization_id = m.organization_id AND b.user_id = m.user_id AND b.role = 'chair'
    AND b.ended_at IS NULL AND b.term_end_at > governance_now())`;

/**
 * Locks every admin and every active member with a chair's seat, always in the same order and before the subject's own row,
 * so that two departures at once, from the organisation or from the seat, are judged one after the other (ORG-5). Read
 * after the locks are held: what the statement that waits for them sees is older.
 */
export async function lockKeyHolders(
  tx: UnitOfWork,
): Promise<{ admins: readonly string[]; chairs: readonly string[] }> {
  await tx.db.$queryRaw`
    SELECT m.user_id FROM memberships m
    WHERE m.organization_id = app_organization() AND m.ended_at IS NULL AND (${IS_ADMIN} OR ${IS_CHAIR})
    ORDER BY m.user_id FOR UPDATE OF m`;
  const rows = await tx.db.$queryRaw<{ user_id: string; is_admin: boolean; is_chair: boolean }[]>`
    SELECT m.user_id::text, ${IS_ADMIN} AND m.trust_level <> 'quarantine' AS is_admin, ${IS_CHAIR} AS is_chair
    FROM memberships m
    WHERE m.organization_id = app_organization() AND m.ended_at IS NULL AND (${IS_ADMIN} OR ${IS_CHAIR})`;
  return {
    admins: rows.filter((row) => row.is_admin).map((row) => row.user_id),
    chairs: rows.filter((row) => row.is_chair).map((row) => row.user_id),
  };
}
