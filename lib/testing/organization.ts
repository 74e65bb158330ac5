// An organisation and its people for tests of rooms that do not care how they came to be: put there by the owner role,
// past the operations.
import { randomUUID } from "node:crypto";
import type { BoardRole } from "../governance/board/schema.ts";
import { deriveRoles } from "../governance/identity/seat-role.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import type { GrantedRole } from "../governance/kernel/permission.ts";
import type { TestDatabase } from "./database.ts";

export type MemberOptions = {
  /** `model_owner` when left out. */
  readonly roles?: readonly GrantedRole[];
  /** Holds this seat from long ago to far ahead. */
  readonly seat?: BoardRole;
  readonly digestHour?: number;
  readonly quietFromHour?: number;
  readonly quietUntilHour?: number;
  readonly endedAt?: string;
};

export async function addOrganization(
  database: TestDatabase,
  options: { name?: string; timeZone?: string } = {},
): Promise<string> {
  const id = randomUUID();
  const { name = "Northwind Care", timeZone = "Europe/Berlin" } = options;
  await database.query("INSERT INTO organizations (id, name, time_zone) VALUES ($1, $2, $3)", [id, name, timeZone]);
  return id;
}

/** The person as the doors would find them by session. */
export async function addMember(
  database: TestDatabase,
  organizationId: string,
  name: string,
  options: MemberOptions = {},
): Promise<PersonActor> {
  const userId = randomUUID();
  const email = `${name.toLowerCase().replaceAll(" ", ".")}.${userId.slice(0, 8)}@example.org`;
  const granted = options.roles ?? ["model_owner"];
  await database.query("INSERT INTO users (id, email, name) VALUES ($1, $2, $3)", [userId, email, name]);
  await database.query(
    `INSERT INTO memberships (organization_id, user_id, granted_roles, digest_hour, quiet_from_hour, quiet_until_hour, ended_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [
      organizationId,
      userId,
      granted,
      options.digestHour ?? 17,
      options.quietFromHour ?? null,
      options.quietUntilHour ?? null,
      options.endedAt ?? null,
    ],
  );
  if (options.seat !== undefined) await takeSeat(database, organizationId, { userId, role: options.seat });
  return {
    kind: "person",
    organizationId,
    userId,
    name,
    email,
    roles: deriveRoles(granted, options.seat ?? null),
    trustLevel: "standard",
    scopes: null,
    sessionId: null,
    keyId: null,
  };
}

async function takeSeat(
  database: TestDatabase,
  organizationId: string,
  seat: { userId: string; role: BoardRole },
): Promise<void> {
  await database.query(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     VALUES ($1, $2, $3, $4, '2020-01-01Z', '2040-01-01Z')`,
    [organizationId, `MBR-${randomUUID().slice(0, 8).toUpperCase()}`, seat.userId, seat.role],
  );
}
