// Reads and writes of people, memberships and organisations. Sessions, invitations, keys and settings follow below.
import { randomBytes } from "node:crypto";
import { Algorithm, hash, verify } from "@node-rs/argon2";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import type { GrantedRole, TrustLevel } from "../kernel/permission.ts";

// ── passwords ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** OWASP's argon2id parameters: 19 MiB, two passes, one lane. */
const ARGON2 = { algorithm: Algorithm.Argon2id, memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

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
