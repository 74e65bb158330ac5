// The whole application for a journey: a database of its own and a web server on a free port, as `npm start` would
// run it. Journeys that only look share the one the set-up starts (`baseURL`); one that changes the clock, needs an
// empty installation or counts what is there starts its own:
//
//   const application = await startApplication("empty");
//   await page.goto(application.address);
import { randomUUID } from "node:crypto";
import { createServer } from "node:net";
import { Client } from "pg";
import { NEXT } from "../../bin/bootstrap/build.ts";
import { readSecrets, toEnvironment } from "../../bin/bootstrap/installation.ts";
import { runOnLeash } from "../../bin/bootstrap/leash.ts";
import { PROJECT } from "../../bin/bootstrap/project.ts";
import { type ClockSetting, setDatabaseClock } from "./database-clock.ts";
import { connectionsOf, copyDatabase, dropDatabase, type TestServer } from "./test-server.ts";

/** Handed from the set-up to the workers through the environment. */
export type JourneyServer = TestServer & {
  demoTemplate: string;
  /** Ids of the demo's people by their names, the same in every copy. */
  people: Readonly<Record<string, string>>;
};

export type Application = {
  address: string;
  appUrl: string;
  ownerUrl: string;
  setClock: (setting: ClockSetting) => Promise<void>;
  /** Reads as the owner, past row-level security. */
  query: <Row extends Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
};

export function readJourneyServer(): JourneyServer {
  const text = process.env.JOURNEY_SERVER;
  if (!text) throw new Error("journeys run under Playwright, whose set-up starts their server");
  return JSON.parse(text) as JourneyServer;
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve) => probe.listen(0, "127.0.0.1", resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

async function waitUntilServing(address: string, hasEnded: () => boolean, output: () => string): Promise<void> {
  for (let waited = 0; waited < 60_000; waited += 50) {
    if (hasEnded()) throw new Error(`the web server ended:\n${output()}`);
    const status = await fetch(`${address}/api/health`).then(
      (answer) => answer.status,
      () => 0,
    );
    if (status > 0 && status < 500) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`the web server is not ready:\n${output()}`);
}

/** What one journey wants different, as environment variables of the web server (`SMTP_URL`, `SWEEP_EVERY_MS`, …). */
export type Surroundings = Record<string, string>;

export async function startApplication(
  content: "demo" | "empty",
  surroundings: Surroundings = {},
  server: JourneyServer = readJourneyServer(),
): Promise<Application> {
  const name = `gavel_journey_${randomUUID()}`;
  await copyDatabase(server, name, content === "demo" ? server.demoTemplate : server.template);
  const { appUrl, ownerUrl } = connectionsOf(server, name);
  const port = await findFreePort();
  const address = `http://127.0.0.1:${port}`;
  const web = runOnLeash(process.execPath, [NEXT, "start", "-H", "127.0.0.1", "-p", String(port)], {
    cwd: PROJECT,
    patienceSeconds: 3,
    output: "pipe",
    env: toEnvironment(appUrl, readSecrets(), {
      NEXTAUTH_URL: address,
      APP_URL: address,
      DEMO_MODE: String(content === "demo"),
      SWEEP_EVERY_MS: "500",
      LOG_LEVEL: "warn",
      ...surroundings,
    }),
  });
  let output = "";
  let ended = false;
  for (const stream of [web.child.stdout, web.child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output = (output + chunk.toString("utf8")).slice(-20_000);
    });
  }
  void web.exited.then(() => {
    ended = true;
  });
  const owner = new Client({ connectionString: ownerUrl });
  owner.on("error", () => undefined);
  await owner.connect();
  await waitUntilServing(
    address,
    () => ended,
    () => output,
  );
  return {
    address,
    appUrl,
    ownerUrl,
    setClock: (setting) => setDatabaseClock(owner, setting),
    query: async (sql, values) => (await owner.query(sql, values)).rows,
    stop: async () => {
      await web.stop();
      await owner.end();
      await dropDatabase(server, name);
    },
  };
}
