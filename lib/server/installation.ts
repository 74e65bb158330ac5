// Answers "which organisations are here?" before anybody has signed in: for the first run, the sign-in page and the record
// of failed attempts.
import { database } from "../db/client.ts";
import { hashInvitationToken } from "../governance/identity/invitation.ts";
import { refuse } from "../governance/kernel/refusal.ts";

export type KnownOrganization = {
  readonly id: string;
  readonly name: string;
  readonly timeZone: string;
  readonly isDemo: boolean;
};

type Row = { id: string; name: string; time_zone: string; is_demo: boolean };

/** Oldest first; empty before the first run (ORG-6). */
export async function findOrganizations(): Promise<readonly KnownOrganization[]> {
  const { rows } = await database().pool.query<Row>("SELECT * FROM organization_directory()");
  return rows.map((row) => ({ id: row.id, name: row.name, timeZone: row.time_zone, isDemo: row.is_demo }));
}

/** The organisation whose link this is; null for a token that nobody was given. */
export async function findInvitingOrganization(token: string): Promise<string | null> {
  const { rows } = await database().pool.query<{ organization_id: string }>(
    "SELECT organization_id FROM auth_invitation($1)",
    [hashInvitationToken(token)],
  );
  return rows[0]?.organization_id ?? null;
}

/** The same, for an act: a link that nobody was given is not there. */
export async function requireInvitingOrganization(token: unknown): Promise<string> {
  const organizationId = typeof token === "string" ? await findInvitingOrganization(token) : null;
  if (organizationId === null) throw refuse("kernel.not_found", { subject: "invitation", reference: "of this link" });
  return organizationId;
}

/** Where somebody who types this e-mail belongs: the oldest active membership; null when there is none. */
export async function findHomeOrganization(email: string): Promise<string | null> {
  const { rows } = await database().pool.query<{ organization_ids: string[] }>(
    "SELECT organization_ids FROM auth_user($1)",
    [email],
  );
  return rows[0]?.organization_ids[0] ?? null;
}
