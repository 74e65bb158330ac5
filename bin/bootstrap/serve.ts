// Second half of `npm start`, on the pinned Node: database, demo, build, web server, in this order where one needs
// the other and side by side where not; then it waits to be told to stop and stops everything it started.
import { createServer } from "node:net";
import { parseEnvironment } from "../../lib/env.ts";
import { Advice } from "./advice.ts";
import { ensureBuild, ensureClient, NEXT } from "./build.ts";
import { loadDemoSeed, readDemoState, seedDemo } from "./demo.ts";
import { publishHold } from "./hold.ts";
import { holdInstallation, openServer, readSecrets, type Server, toEnvironment } from "./installation.ts";
import { runOnLeash, stopAll } from "./leash.ts";
import { PROJECT } from "./project.ts";
import type { Secrets } from "./secrets.ts";

const say = (text: string) => process.stdout.write(`  ${text}\n`);

type Options = { isEmpty: boolean; host: string; port: number };

function readOptions(words: string[]): Options {
  const unknown = words.filter((word) => word !== "--empty");
  if (unknown.length > 0) throw new Advice(`unknown option \`${unknown[0]}\`: \`--empty\` is the only one`);
  const port = Number(process.env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Advice(`PORT is \`${process.env.PORT}\`: give a number from 1 to 65535`);
  }
  return { isEmpty: words.includes("--empty"), host: process.env.HOST || "127.0.0.1", port };
}

/** Before anything is built or begun: would the web process accept what it will be told? */
function assertEnvironment(secrets: Secrets): void {
  try {
    parseEnvironment(toEnvironment(process.env.DATABASE_URL || "postgresql://embedded", secrets, {}));
  } catch (cause) {
    throw new Advice((cause as Error).message);
  }
}

async function assertPortFree({ host, port }: Options): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", (cause: NodeJS.ErrnoException) => {
      const why = cause.code === "EADDRINUSE" ? "another program uses it" : cause.message;
      reject(new Advice(`cannot listen on ${host}:${port}: ${why}. Choose another port with PORT=3001 npm start`));
    });
    probe.listen(port, host, () => probe.close(() => resolve()));
  });
}

async function prepareData(options: Options, secrets: Secrets): Promise<Server & { isDemo: boolean }> {
  say(process.env.DATABASE_URL ? "Connecting to the database in DATABASE_URL" : "Starting the embedded PostgreSQL");
  const server = await openServer(secrets, options.isEmpty);
  publishHold({ ownerUrl: server.ownerUrl, appUrl: server.appUrl });
  if (server.applied.length > 0) say(`Applied ${server.applied.length} migrations`);
  const state = await readDemoState(server.ownerUrl);
  if (state === "interrupted") {
    throw new Advice(
      "an earlier seeding of the demo was cut short: empty the database in DATABASE_URL and start again",
    );
  }
  if (options.isEmpty && state === "demo") {
    throw new Advice("the database in DATABASE_URL holds the demo organisation: `--empty` needs another database");
  }
  if (options.isEmpty || state !== "no_organization") return { ...server, isDemo: state === "demo" };
  say("Seeding the demo organisation");
  await seedDemo(server.ownerUrl, toEnvironment(server.appUrl, secrets, { JOBS: "off", DEMO_MODE: "true" }));
  return { ...server, isDemo: true };
}

async function waitUntilServing(address: string, web: { exited: Promise<number> }): Promise<void> {
  let ended: number | null = null;
  void web.exited.then((code) => {
    ended = code;
  });
  for (let waited = 0; waited < 120_000; waited += 100) {
    if (ended !== null) throw new Error(`the web server ended with code ${ended}`);
    try {
      const answer = await fetch(`${address}/api/health`, { redirect: "manual" });
      if (answer.status < 500) return;
      if (waited > 20_000) throw new Error(`the web server is not healthy: ${answer.status} ${await answer.text()}`);
    } catch (cause) {
      // Not listening yet.
      if (!(cause instanceof TypeError)) throw cause;
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the web server did not answer within two minutes");
}

async function greet(address: string, isDemo: boolean, startedAt: number): Promise<void> {
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  say(`\n  Gavel is ready after ${seconds} s:  ${address}\n`);
  if (isDemo) {
    const { DEMO_PEOPLE } = await loadDemoSeed();
    const width = Math.max(...DEMO_PEOPLE.map((person) => person.name.length));
    say("People of the demo organisation; choose one on the sign-in page:");
    for (const person of DEMO_PEOPLE) say(`  ${person.name.padEnd(width)}  ${person.title}  <${person.email}>`);
  } else {
    say("No demo here: the first visit sets up your organisation, later ones sign in.");
  }
  say("\n  Ctrl-C stops everything.\n");
}

async function serve(startedAt: number): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  holdInstallation();
  await assertPortFree(options);
  const secrets = readSecrets();
  assertEnvironment(secrets);
  await ensureClient(say);
  const [server] = await Promise.all([
    prepareData(options, secrets),
    ensureBuild(secrets.NEXT_SERVER_ACTIONS_ENCRYPTION_KEY, say),
  ]);
  const shown = options.host === "0.0.0.0" || options.host === "::" ? "127.0.0.1" : options.host;
  const address = `http://${shown.includes(":") ? `[${shown}]` : shown}:${options.port}`;
  const web = runOnLeash(process.execPath, [NEXT, "start", "-H", options.host, "-p", String(options.port)], {
    cwd: PROJECT,
    patienceSeconds: 5,
    env: toEnvironment(server.appUrl, secrets, {
      NEXTAUTH_URL: process.env.NEXTAUTH_URL || process.env.APP_URL || address,
      APP_URL: process.env.APP_URL || process.env.NEXTAUTH_URL || address,
      DEMO_MODE: process.env.DEMO_MODE || String(server.isDemo),
    }),
  });
  await waitUntilServing(address, web);
  publishHold({ address });
  await greet(address, server.isDemo, startedAt);
  const code = await Promise.race([web.exited, server.lost]);
  if (!isStopping) throw new Error(`the web server ended unexpectedly with code ${code}`);
}

let isStopping = false;
async function stop(code: number): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await stopAll();
  process.exit(code);
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => void stop(0));
// The first half holds the other end: when it goes, however it goes, so do we.
process.stdin
  .on("end", () => void stop(0))
  .on("error", () => void stop(0))
  .resume();

try {
  await serve(performance.now());
} catch (cause) {
  if (!isStopping) {
    const text = cause instanceof Advice ? cause.message : cause instanceof Error ? cause.stack : String(cause);
    process.stderr.write(`\n  Gavel could not start: ${text}\n\n`);
    await stop(1);
  }
}
