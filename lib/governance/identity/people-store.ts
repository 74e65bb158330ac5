// Reads the list of people with everything the page shows of each: one statement, paged by name.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { GrantedRole, type Role, TrustLevel } from "../kernel/permission.ts";
import { deriveInvitationState } from "./invitation.ts";
import { AccessState, type Person } from "./schema.ts";
import { deriveRoles } from "./seat-role.ts";

type PersonRow = {
  user_id: string;
  name: string;
  email: string;
  department: string;
  granted_roles: string[];
  trust_level: string;
  joined_at: Date;
  ended_at: Date | null;
  seat_reference: string | null;
  seat_role: string | null;
  seat_term_end_at: Date | null;
  invitation_created_at: Date | null;
  invitation_expires_at: Date | null;
  invitation_accepted_at: Date | null;
  invitation_revoked_at: Date | null;
  last_seen_at: Date | null;
  access: string;
};

export type PeopleFilter = {
  readonly personId?: string;
  readonly q?: string;
  readonly role?: Role;
  readonly access?: AccessState;
  readonly trustLevel?: TrustLevel;
  readonly after?: { readonly name: string; readonly id: string };
};

/** People by name; `after` is the last row of the page before. Access and roles are filtered where they are derived. */
export async function loadPeople(tx: UnitOfWork, filter: PeopleFilter, limit: number, at: Date): Promise<Person[]> {
  const like = filter.q === undefined ? null : `%${filter.q.toLowerCase().replace(/[\\%_]/gu, "\\$&")}%`;
  const role = filter.role ?? null;
  const after = filter.after ?? null;
  const rows = await tx.db.$queryRaw<PersonRow[]>`
    SELECT * FROM (
      SELECT m.user_id::text, u.name, u.email, m.department, m.granted_roles, m.trust_level, m.joined_at, m.ended_at,
        b.reference AS seat_reference, b.role AS seat_role, b.term_end_at AS seat_term_end_at,
        i.created_at AS invitation_created_at, i.expires_at AS invitation_expires_at,
        i.accepted_at AS invitation_accepted_at, i.revoked_at AS invitation_revoked_at, s.last_seen_at,
        CASE WHEN m.ended_at IS NOT NULL THEN 'ended'
          WHEN s.last_seen_at IS NOT NULL OR i.created_at IS NULL OR i.accepted_at IS NOT NULL THEN 'active'
          WHEN i.revoked_at IS NULL AND i.expires_at > ${at} THEN 'invited' ELSE 'invitation_lapsed' END AS access
      FROM memberships m
      JOIN users u ON u.id = m.user_id
      LEFT JOIN LATERAL (
        SELECT x.reference, x.role, x.term_end_at FROM board_members x
        WHERE x.organization_id = m.organization_id AND x.user_id = m.user_id AND x.ended_at IS NULL
          AND x.term_start_at <= ${at} AND x.term_end_at > ${at} LIMIT 1) b ON true
      LEFT JOIN LATERAL (
        SELECT x.created_at, x.expires_at, x.accepted_at, x.revoked_at FROM invitations x
        WHERE x.organization_id = m.organization_id AND x.user_id = m.user_id
        ORDER BY x.created_at DESC, x.id DESC LIMIT 1) i ON true
      LEFT JOIN LATERAL (
        SELECT max(x.last_seen_at) AS last_seen_at FROM sessions x
        WHERE x.organization_id = m.organization_id AND x.user_id = m.user_id) s ON true
      WHERE m.organization_id = app_organization()
        AND (${filter.personId ?? null}::uuid IS NULL OR m.user_id = ${filter.personId ?? null}::uuid)
        AND (${filter.trustLevel ?? null}::text IS NULL OR m.trust_level = ${filter.trustLevel ?? null}::text)
        AND (${like}::text IS NULL OR lower(u.name) LIKE ${like}::text OR u.email LIKE ${like}::text)
        AND (${after?.id ?? null}::uuid IS NULL
          OR (lower(u.name), m.user_id) > (lower(${after?.name ?? null}::text), ${after?.id ?? null}::uuid))
    ) p
    WHERE (${filter.access ?? null}::text IS NULL OR p.access = ${filter.access ?? null}::text)
      AND (${role}::text IS NULL OR ${role}::text = ANY(p.granted_roles)
        OR CASE ${role}::text WHEN 'chair' THEN p.seat_role = 'chair' WHEN 'advisor' THEN p.seat_role = 'external_advisor'
          WHEN 'board_member' THEN p.seat_role IS NOT NULL AND p.seat_role <> 'external_advisor'
          WHEN 'member' THEN p.seat_role IS NULL AND cardinality(p.granted_roles) = 0 ELSE false END)
    ORDER BY lower(p.name), p.user_id::uuid LIMIT ${limit}`;
  return rows.map((row) => toPerson(row, at));
}

function toPerson(row: PersonRow, at: Date): Person {
  const granted = row.granted_roles.map((role) => GrantedRole.parse(role));
  const invitation =
    row.invitation_created_at === null || row.invitation_expires_at === null
      ? null
      : {
          createdAt: row.invitation_created_at,
          expiresAt: row.invitation_expires_at,
          acceptedAt: row.invitation_accepted_at,
          revokedAt: row.invitation_revoked_at,
        };
  const seat =
    row.seat_reference === null || row.seat_role === null || row.seat_term_end_at === null
      ? null
      : { reference: row.seat_reference, role: row.seat_role, termEndAt: row.seat_term_end_at.toISOString() };
  return {
    id: row.user_id,
    name: row.name,
    email: row.email,
    department: row.department,
    roles: deriveRoles(granted, seat?.role ?? null),
    grantedRoles: granted,
    seat,
    trustLevel: TrustLevel.parse(row.trust_level),
    access: AccessState.parse(row.access),
    invitation: invitation && {
      state: deriveInvitationState(invitation, at),
      createdAt: invitation.createdAt.toISOString(),
      expiresAt: invitation.expiresAt.toISOString(),
    },
    joinedAt: row.joined_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
    lastSeenAt: row.last_seen_at?.toISOString() ?? null,
  };
}
