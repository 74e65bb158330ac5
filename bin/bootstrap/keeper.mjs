// Keeps one child process on a leash. The leash is this process's standard input: when the other end
// closes, whether on purpose or because its owner was killed, the child is asked to stop with the signal
// named first, and killed if it has not gone in time. Plain Node, no dependencies: it outlives everybody.
//
//   node keeper.mjs <signal> <seconds of patience> <command> [arguments…]
import { spawn } from "node:child_process";
import { rmSync } from "node:fs";

const [signal, patience, command, ...commandArguments] = process.argv.slice(2);
const identity = process.env.KEEPER_UID
  ? { uid: Number(process.env.KEEPER_UID), gid: Number(process.env.KEEPER_GID) }
  : {};
const { KEEPER_UID: _uid, KEEPER_GID: _gid, KEEPER_REMOVE: folder, ...environment } = process.env;

const child = spawn(command, commandArguments, {
  stdio: ["ignore", "inherit", "inherit"],
  env: environment,
  ...identity,
});

let letGo = false;
function release() {
  if (letGo) return;
  letGo = true;
  child.kill(signal);
  setTimeout(() => child.kill("SIGKILL"), Number(patience) * 1000).unref();
}

child.on("error", (cause) => {
  process.stderr.write(`${command}: ${cause.message}\n`);
  process.exit(127);
});
child.on("exit", (code, endedBy) => {
  if (folder) rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? (endedBy === signal ? 0 : 1));
});
process.stdin.on("end", release).on("error", release).resume();
for (const forwarded of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(forwarded, release);
