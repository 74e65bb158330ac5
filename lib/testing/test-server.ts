// One PostgreSQL server for a test run and, in it, a migrated template from which each test file gets a database of
// its own. Set TEST_DATABASE_URL to a superuser's connection to use another server; its databases are dropped again.
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { startScratchCluster } from "../../bin/bootstrap/cluster.ts";
import { prepareDatabase } from "../../bin/bootstrap/database.ts";
import { APP_ROLE, ensureDatabase, OWNER_ROLE, prepareEmbeddedRoles, toRoleUrl } from "../../bin/bootstrap/roles.ts";

const PASSWORDS = { ownerPassword: "owner-of-a-scratch-cluster", appPassword: "application-in-a-scratch-cluster" };

/** Plain data, so that it can be handed to the workers. */
export type TestServer = { superuserUrl: string; template: string };

export type RunningTestServer = TestServer & { stop: () => Promise<void> };

/** The owner's and the application's connection to one database of the server. */
export function connectionsOf(server: TestServer, database: string): { ownerUrl: string; appUrl: string } {
  return {
    ownerUrl: toRoleUrl(server.superuserUrl, OWNER_ROLE, PASSWORDS.ownerPassword, database),
    appUrl: toRoleUrl(server.superuserUrl, APP_ROLE, PASSWORDS.appPassword, database),
  };
}

export async function startTestServer(): Promise<RunningTestServer> {
  const given = process.env.TEST_DATABASE_URL;
  const cluster = given ? null : await startScratchCluster();
  const superuserUrl = given ?? cluster?.superuserUrl() ?? "";
  const server = { superuserUrl, template: `gavel_template_${randomUUID().slice(0, 8)}` };
  try {
    await prepareEmbeddedRoles(superuserUrl, PASSWORDS);
    await ensureDatabase(superuserUrl, server.template, OWNER_ROLE);
    await prepareDatabase(connectionsOf(server, server.template).ownerUrl);
  } catch (cause) {
    await cluster?.stop();
    throw cause;
  }
  return {
    ...server,
    stop: async () => {
      if (given) await dropDatabase(server, server.template);
      await cluster?.stop();
    },
  };
}

async function asSuperuser(server: TestServer, statement: string): Promise<void> {
  const client = new Client({ connectionString: server.superuserUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

/** A copy of a template, the migrated empty one unless another is named. */
export async function copyDatabase(server: TestServer, name: string, template = server.template): Promise<void> {
  await asSuperuser(server, `CREATE DATABASE "${name}" TEMPLATE "${template}" OWNER "${OWNER_ROLE}"`);
  await asSuperuser(server, `GRANT CONNECT ON DATABASE "${name}" TO ${APP_ROLE}`);
}

export async function dropDatabase(server: TestServer, name: string): Promise<void> {
  await asSuperuser(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}
