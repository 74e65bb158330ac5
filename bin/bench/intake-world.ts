// What the intake is measured on: a server of its own that keeps what it answers, as `npm start` runs it, a board with forty
// ventures, and the intake and the web process beside it.
import { chmodSync, mkdtempSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { disconnectDatabase } from "../../lib/db/client.ts";
import { issueKey } from "../../lib/governance/identity/operations/issue-key.ts";
import { createPortfolio } from "../../lib/governance/portfolio/operations/create-portfolio.ts";
import { createVenture } from "../../lib/governance/portfolio/operations/create-venture.ts";
import { systemActor } from "../../lib/server/actor.ts";
import { invoke } from "../../lib/server/invoke.ts";
import { buildBoard } from "../../lib/testing/builders.ts";
import { announceDatabase } from "../../lib/testing/surroundings.ts";
import { ensureBuild, NEXT } from "../bootstrap/build.ts";
import { startCluster } from "../bootstrap/cluster.ts";
import { prepareDatabase } from "../bootstrap/database.ts";
import { readSecrets, toEnvironment } from "../bootstrap/installation.ts";
import { type Leashed, runOnLeash } from "../bootstrap/leash.ts";
import { PROJECT } from "../bootstrap/project.ts";
import { APP_ROLE, ensureDatabase, OWNER_ROLE, prepareEmbeddedRoles, toRoleUrl } from "../bootstrap/roles.ts";

export type IntakeWorld = {
  readonly key: string;
  readonly ventures: readonly string[];
  /** Address of the listener of `npm run intake`. */
  readonly intake: string;
  readonly startWeb: () => Promise<{ readonly address: string; readonly stop: () => Promise<void> }>;
  /** Items that were taken in since the last `clear`; fails when a raise was lost, doubled, or merged. */
  readonly count: () => Promise<number>;
  readonly clear: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

const VENTURES = 40;
const PASSWORDS = { ownerPassword: "owner-of-a-bench", appPassword: "application-of-a-bench" };
const NAME = "gavel";

export async function startIntakeWorld(): Promise<IntakeWorld> {
  const directory = mkdtempSync(join(tmpdir(), "gavel-bench-"));
  chmodSync(directory, 0o755);
  const cluster = await startCluster({ directory, durable: true, maxConnections: 200, removeAfterwards: true });
  await prepareEmbeddedRoles(cluster.superuserUrl(), PASSWORDS);
  await ensureDatabase(cluster.superuserUrl(), NAME, OWNER_ROLE);
  const ownerUrl = toRoleUrl(cluster.superuserUrl(), OWNER_ROLE, PASSWORDS.ownerPassword, NAME);
  const appUrl = toRoleUrl(cluster.superuserUrl(), APP_ROLE, PASSWORDS.appPassword, NAME);
  await prepareDatabase(ownerUrl);
  announceDatabase(appUrl, ownerUrl);
  const world = await buildWorld();
  const admin = new Client({ connectionString: cluster.superuserUrl(NAME) });
  await admin.connect();
  const intake = await startIntake({ DATABASE_URL: ownerUrl, APP_DATABASE_URL: appUrl, GAVEL_DATA: directory });
  return {
    ...world,
    intake: intake.address,
    startWeb: () => startWeb(appUrl),
    count: () => countItems(admin),
    clear: async () => {
      await admin.query("TRUNCATE escalations, escalation_budget_uses, notifications CASCADE");
    },
    stop: async () => {
      await intake.stop();
      await admin.end();
      await disconnectDatabase();
      await cluster.stop();
    },
  };
}

async function countItems(admin: Client): Promise<number> {
  const { rows } = await admin.query<{ items: number; raises: number }>(
    "SELECT count(*)::int AS items, sum(occurrences)::int AS raises FROM escalations",
  );
  const { items = 0, raises = 0 } = rows[0] ?? {};
  if (items !== raises) throw new Error(`${raises} raises made ${items} items`);
  return items;
}

async function buildWorld(): Promise<Pick<IntakeWorld, "key" | "ventures">> {
  const { organizationId, admin, owner } = await buildBoard();
  const { reference: portfolio } = await invoke(createPortfolio, { actor: admin, input: { name: "Water" } });
  const ventures: string[] = [];
  for (let n = 0; n < VENTURES; n += 1) {
    const input = { portfolio, name: `Desk ${n}`, stage: 4 };
    ventures.push((await invoke(createVenture, { actor: admin, input })).reference);
  }
  const input = { email: owner.email, name: "Monitor" };
  const { key } = await invoke(issueKey, { actor: systemActor(organizationId, "bench"), input });
  return { key, ventures };
}

async function startIntake(told: Record<string, string>): Promise<{ address: string; stop: () => Promise<void> }> {
  const program = ["--conditions=react-server", "--import", "tsx", "bin/intake.ts", "--port", "0"];
  const leashed = runOnLeash(process.execPath, program, {
    cwd: PROJECT,
    env: { ...process.env, ...told },
    output: "pipe",
  });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    for (const stream of [leashed.child.stdout, leashed.child.stderr]) {
      stream?.on("data", (part: Buffer) => {
        said += part.toString("utf8");
        const found = /listens on (\S+)/u.exec(said)?.[1];
        if (found !== undefined) resolve(found);
      });
    }
    void leashed.exited.then((code) => reject(new Error(`the intake ended with ${code}: ${said}`)));
  });
  return { address, stop: leashed.stop };
}

/** The web process of `npm start`, its jobs off; builds first when the build is not up to date. */
async function startWeb(appUrl: string): Promise<{ address: string; stop: () => Promise<void> }> {
  const secrets = readSecrets();
  await ensureBuild(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, () => undefined);
  const port = await findPort();
  const address = `http://127.0.0.1:${port}`;
  const env = toEnvironment(appUrl, secrets, {
    NEXTAUTH_URL: address,
    APP_URL: address,
    JOBS: "off",
    LOG_LEVEL: "warn",
  });
  const program = [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)];
  const web = runOnLeash(process.execPath, program, { cwd: PROJECT, env, output: "ignore", patienceSeconds: 3 });
  await waitUntilServing(web, address);
  return { address, stop: web.stop };
}

async function waitUntilServing(web: Leashed, address: string): Promise<void> {
  let hasEnded = false;
  void web.exited.then(() => {
    hasEnded = true;
  });
  for (let waited = 0; waited < 60_000; waited += 100) {
    if (hasEnded) throw new Error("the web process ended");
    const isServing = await fetch(`${address}/api/health`).then(
      ({ status }) => status < 500,
      () => false,
    );
    if (isServing) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the web process is not ready");
}

export async function findPort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
