// One installation of Gavel: its database brought up to date and everything a web process must be told. The database
// is an embedded server under `.gavel`, or the one that DATABASE_URL names (by its owner's connection).
import { join } from "node:path";
import { escapeIdentifier } from "pg";
import { Advice } from "./advice.ts";
import { startCluster } from "./cluster.ts";
import { prepareDatabase } from "./database.ts";
import { readDemoState } from "./demo.ts";
import { type Hold, publishHold, takeHold } from "./hold.ts";
import { KEEP } from "./project.ts";
import {
  APP_ROLE,
  assertTrustworthy,
  ensureDatabase,
  OWNER_ROLE,
  prepareEmbeddedRoles,
  prepareForeignRole,
  toRoleUrl,
  withClient,
} from "./roles.ts";
import { readOrCreateSecrets, type Secrets } from "./secrets.ts";

export type Server = {
  ownerUrl: string;
  appUrl: string;
  isEmbedded: boolean;
  /** Names of the migrations applied now. */
  applied: string[];
  /** Rejects when the embedded server ends unasked; never settles for a foreign one. */
  lost: Promise<never>;
};

async function openEmbedded(secrets: Secrets, isEmpty: boolean): Promise<Server> {
  const name = isEmpty ? "gavel_empty" : "gavel";
  const cluster = await startCluster({ directory: join(KEEP, "postgres"), durable: true, maxConnections: 200 });
  await prepareEmbeddedRoles(cluster.superuserUrl(), secrets);
  const ownerUrl = toRoleUrl(cluster.superuserUrl(), OWNER_ROLE, secrets.ownerPassword, name);
  const appUrl = toRoleUrl(cluster.superuserUrl(), APP_ROLE, secrets.appPassword, name);
  const isNew = await ensureDatabase(cluster.superuserUrl(), name, OWNER_ROLE);
  let applied = await prepareDatabase(ownerUrl);
  if (!isNew && (await readDemoState(ownerUrl)) === "interrupted") {
    // Nobody was ever let in to a demo that was not finished, so nothing of anybody's is lost.
    await withClient(cluster.superuserUrl(), (client) =>
      client.query(`DROP DATABASE ${escapeIdentifier(name)} WITH (FORCE)`),
    );
    await ensureDatabase(cluster.superuserUrl(), name, OWNER_ROLE);
    applied = await prepareDatabase(ownerUrl);
  }
  const lost = cluster.exited.then((code) => {
    throw new Error(`the embedded PostgreSQL ended unexpectedly (code ${code})`);
  });
  lost.catch(() => undefined);
  return { ownerUrl, appUrl, isEmbedded: true, applied, lost };
}

async function openForeign(ownerUrl: string, secrets: Secrets): Promise<Server> {
  const appUrl = process.env.APP_DATABASE_URL || (await prepareForeignRole(ownerUrl, secrets.appPassword));
  const applied = await prepareDatabase(ownerUrl);
  return { ownerUrl, appUrl, isEmbedded: false, applied, lost: new Promise(() => undefined) };
}

/** Another process has the embedded database. */
class AlreadyHeld extends Advice {
  readonly holder: Hold;
  constructor(holder: Hold) {
    super(
      `Gavel already runs here: ${holder.address ?? "it is starting, or a tool is at work"} (process ${holder.pid})`,
    );
    this.holder = holder;
  }
}

/** Takes the embedded database for this process, unless a server of one's own is named. */
export function holdInstallation(): void {
  if (process.env.DATABASE_URL) return;
  const holder = takeHold();
  if (holder) throw new AlreadyHeld(holder);
}

/** Starts or finds the server and brings the database up to date; `holdInstallation` comes first. */
export async function openServer(secrets: Secrets, isEmpty: boolean): Promise<Server> {
  const given = process.env.DATABASE_URL;
  const server = given ? await openForeign(given, secrets) : await openEmbedded(secrets, isEmpty);
  await assertTrustworthy(server.appUrl);
  return server;
}

export function readSecrets(): Secrets {
  return readOrCreateSecrets(KEEP);
}

/** What a web or worker process is told: the application's connection, never the owner's. */
export function toEnvironment(appUrl: string, secrets: Secrets, more: Record<string, string>): NodeJS.ProcessEnv {
  const { OWNER_DATABASE_URL: _owner, APP_DATABASE_URL: _app, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: appUrl,
    NEXTAUTH_SECRET: secrets.NEXTAUTH_SECRET,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY,
    GAVEL_AUDIT_KEY: secrets.GAVEL_AUDIT_KEY,
    ...more,
  };
}

/**
 * For command-line tools (`npm run key`, `npm run worker`, `npm run dev`): sets this process's environment to that of
 * the installation. Joins a running start, else opens the installation itself; what it opened ends with this process.
 */
export async function joinInstallation(options: { isEmpty: boolean }): Promise<{ ownerUrl: string }> {
  const secrets = readSecrets();
  const { ownerUrl, appUrl } = await findOrOpen(secrets, options.isEmpty);
  const nodeEnvironment = process.env.NODE_ENV;
  Object.assign(process.env, toEnvironment(appUrl, secrets, {}));
  if (nodeEnvironment) Object.assign(process.env, { NODE_ENV: nodeEnvironment });
  return { ownerUrl };
}

async function findOrOpen(secrets: Secrets, isEmpty: boolean): Promise<{ ownerUrl: string; appUrl: string }> {
  try {
    holdInstallation();
  } catch (cause) {
    if (!(cause instanceof AlreadyHeld)) throw cause;
    const { ownerUrl, appUrl } = cause.holder;
    if (ownerUrl === null || appUrl === null) throw cause;
    return { ownerUrl, appUrl };
  }
  const server = await openServer(secrets, isEmpty);
  publishHold({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  return server;
}
