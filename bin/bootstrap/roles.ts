// Two roles and a database: the owner, who migrates, and `gavel_app`, as which the application works. The
// application role owns nothing and cannot bypass row-level security; a server that would forget what it
// acknowledged is refused.
import { createHmac } from "node:crypto";
import { Client, escapeIdentifier, escapeLiteral } from "pg";
import { Advice } from "./advice.ts";

export const APP_ROLE = "gavel_app";
export const OWNER_ROLE = "gavel_owner";

export async function withClient<T>(url: string, act: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url, application_name: "gavel bootstrap" });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return await act(client);
  } finally {
    await client.end();
  }
}

async function ensureRole(client: Client, role: string, attributes: string, password: string): Promise<void> {
  const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
  const verb = rowCount === 0 ? "CREATE" : "ALTER";
  await client.query(`${verb} ROLE ${escapeIdentifier(role)} ${attributes} PASSWORD ${escapeLiteral(password)}`);
}

async function canConnect(url: string): Promise<boolean> {
  try {
    await withClient(url, (client) => client.query("SELECT 1"));
    return true;
  } catch {
    // Whatever the reason, what follows sets the role up and reports its own failure.
    return false;
  }
}

export type EmbeddedRoles = { ownerPassword: string; appPassword: string };

/** In a server of our own: both roles with our passwords. */
export async function prepareEmbeddedRoles(superuserUrl: string, passwords: EmbeddedRoles): Promise<void> {
  await withClient(superuserUrl, async (client) => {
    await ensureRole(
      client,
      OWNER_ROLE,
      "LOGIN NOSUPERUSER NOCREATEROLE CREATEDB NOBYPASSRLS",
      passwords.ownerPassword,
    );
    await ensureRole(client, APP_ROLE, "LOGIN NOSUPERUSER NOCREATEROLE NOCREATEDB NOBYPASSRLS", passwords.appPassword);
  });
}

/** Returns whether it was missing. */
export async function ensureDatabase(superuserUrl: string, name: string, owner: string): Promise<boolean> {
  return withClient(superuserUrl, async (client) => {
    const { rowCount } = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (rowCount !== 0) return false;
    await client.query(`CREATE DATABASE ${escapeIdentifier(name)} OWNER ${escapeIdentifier(owner)}`);
    await client.query(`REVOKE ALL ON DATABASE ${escapeIdentifier(name)} FROM PUBLIC`);
    await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(name)} TO ${APP_ROLE}`);
    return true;
  });
}

/**
 * In somebody else's server: the application role with a password that every process with the same owner
 * connection derives alike, so that several machines agree without sharing a file.
 */
export async function prepareForeignRole(ownerUrl: string, fallbackPassword: string): Promise<string> {
  const url = new URL(ownerUrl);
  const password = url.password
    ? createHmac("sha256", decodeURIComponent(url.password)).update("gavel application role").digest("base64url")
    : fallbackPassword;
  const appUrl = toRoleUrl(ownerUrl, APP_ROLE, password);
  if (await canConnect(appUrl)) return appUrl;
  await withClient(ownerUrl, async (client) => {
    try {
      // No attribute that only a superuser may name; the new role has none of them, and the start checks it.
      await ensureRole(client, APP_ROLE, "LOGIN", password);
      await client.query(`GRANT CONNECT ON DATABASE ${escapeIdentifier(url.pathname.slice(1))} TO ${APP_ROLE}`);
    } catch (cause) {
      throw new Advice(
        `the owner in DATABASE_URL may not set up the application role: ${String(cause)}. Let an administrator run ` +
          `\`CREATE ROLE ${APP_ROLE} LOGIN PASSWORD '…'\` and give its connection in APP_DATABASE_URL, or grant the owner CREATEROLE`,
      );
    }
  });
  return appUrl;
}

/** The same server and database as another role. */
export function toRoleUrl(base: string, role: string, password: string, database?: string): string {
  const url = new URL(base);
  url.username = role;
  url.password = password;
  if (database !== undefined) url.pathname = `/${database}`;
  return url.href;
}

/** Refuses a server on which an acknowledged decision could be lost or the wall between organisations climbed. */
export async function assertTrustworthy(appUrl: string): Promise<void> {
  await withClient(appUrl, async (client) => {
    const settings = await client.query<{ name: string; setting: string }>(
      "SELECT name, setting FROM pg_settings WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')",
    );
    const off = settings.rows.filter((row) => row.setting === "off").map((row) => `\`${row.name}\``);
    if (off.length > 0) {
      throw new Advice(`this PostgreSQL could lose what it has acknowledged: ${off.join(", ")} is off; switch it on`);
    }
    const { rows } = await client.query<{ role: string; powerful: boolean; owns: string }>(
      `SELECT current_user AS role, r.rolsuper OR r.rolbypassrls AS powerful,
        (SELECT count(*) FROM pg_class c WHERE c.relowner = r.oid)::text AS owns
      FROM pg_roles r WHERE r.rolname = current_user`,
    );
    const [role] = rows;
    if (!role || role.powerful || role.owns !== "0") {
      throw new Advice(
        `the application role \`${role?.role}\` must own nothing and must not bypass row-level security: use another role in APP_DATABASE_URL`,
      );
    }
  });
}
