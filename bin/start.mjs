#!/usr/bin/env node
// `npm start`: everything from a fresh clone to a served application, in one command.
//
//   npm start                        with the demo organisation
//   npm start -- --empty             begins with the first run, in a database of its own
//   PORT=8080 HOST=0.0.0.0 npm start another address than 127.0.0.1:3000
//   DATABASE_URL=postgresql://owner:password@host/database npm start    a PostgreSQL of your own
import { spawn } from "node:child_process";
import { ensurePackages, onParentGone, PINNED_NODE, PROJECT } from "./bootstrap/packages.mjs";

if (Number(process.versions.node.split(".")[0]) < 20) {
  process.stderr.write(`Gavel needs Node 20 or later to begin with; this is ${process.version}\n`);
  process.exit(1);
}

const say = (text) => process.stdout.write(`  ${text}\n`);
process.stdout.write("\n  Gavel\n");
try {
  ensurePackages(say);
} catch (cause) {
  process.stderr.write(`\n  Gavel could not start: ${cause.message}\n`);
  process.exit(1);
}

const server = spawn(
  PINNED_NODE,
  ["--conditions=react-server", "--import", "tsx", "bin/bootstrap/serve.ts", ...process.argv.slice(2)],
  { cwd: PROJECT, stdio: ["pipe", "inherit", "inherit"] },
);
const letGo = () => server.stdin.end();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, letGo);
server.stdin.on("error", () => undefined);
onParentGone(letGo);
server.on("error", (cause) => {
  process.stderr.write(`  Gavel could not start: ${cause.message}\n`);
  process.exit(1);
});
server.on("exit", (code) => process.exit(code ?? 1));
