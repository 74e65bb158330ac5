// How the two commands run long-lived children: detached from the terminal's Ctrl-C, so that the order of
// stopping is ours, and on a leash (keeper.mjs), so that none of them outlives us however we end.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Advice } from "./advice.ts";

export type Leashed = {
  child: ChildProcess;
  exited: Promise<number>;
  /** Asks the child to stop and waits until it has gone. Calling it twice is harmless. */
  stop: () => Promise<void>;
};

export type LeashOptions = {
  env?: NodeJS.ProcessEnv;
  cwd?: string;
  signal?: NodeJS.Signals;
  patienceSeconds?: number;
  identity?: { uid: number; gid: number } | null;
  /** Part of the ending: done before the child counts as gone. */
  afterwards?: () => Promise<void>;
  /** A folder that goes when the child has gone. */
  remove?: string;
  output?: "inherit" | "pipe" | "ignore";
};

const KEEPER = fileURLToPath(new URL("./keeper.mjs", import.meta.url));

export function runOnLeash(command: string, commandArguments: string[], options: LeashOptions = {}): Leashed {
  const { signal = "SIGTERM", patienceSeconds = 20, output = "inherit", identity } = options;
  const leashEnv = {
    ...(identity ? { KEEPER_UID: String(identity.uid), KEEPER_GID: String(identity.gid) } : {}),
    ...(options.remove ? { KEEPER_REMOVE: options.remove } : {}),
  };
  const child = spawn(process.execPath, [KEEPER, signal, String(patienceSeconds), command, ...commandArguments], {
    cwd: options.cwd,
    detached: true,
    env: { ...(options.env ?? process.env), ...leashEnv },
    stdio: ["pipe", output, output],
  });
  const exited = once(child, "exit").then(async ([code]) => {
    await options.afterwards?.();
    return typeof code === "number" ? code : 1;
  });
  // A leash that snaps because the child went first is no error: `exited` tells.
  child.stdin?.on("error", () => undefined);
  const leashed: Leashed = {
    child,
    exited,
    stop: async () => {
      child.stdin?.end();
      await exited;
    },
  };
  running.add(leashed);
  void exited.then(() => running.delete(leashed));
  return leashed;
}

const running = new Set<Leashed>();

/** Stops what still runs, the youngest first: the web server before the database it needs. */
export async function stopAll(): Promise<void> {
  for (const leashed of [...running].reverse()) await leashed.stop();
}

/** Runs a command to its end without showing its output, unless it fails: then the output is the explanation. */
export async function runQuietly(command: string, commandArguments: string[], options: LeashOptions): Promise<void> {
  const leashed = runOnLeash(command, commandArguments, { ...options, output: "pipe" });
  let output = "";
  for (const stream of [leashed.child.stdout, leashed.child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      output += chunk.toString("utf8");
    });
  }
  const code = await leashed.exited;
  if (code !== 0) throw new Advice(`\`${[...commandArguments].slice(0, 3).join(" ")}\` failed:\n${output.trim()}`);
}
