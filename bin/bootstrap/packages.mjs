// First half of both commands, for the machine's own Node (20 or later) and nothing else: the packages, and the Node
// that everything else runs on.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const PROJECT = join(dirname(fileURLToPath(import.meta.url)), "../..");
export const PINNED_NODE = join(PROJECT, "node_modules/.bin", process.platform === "win32" ? "node.cmd" : "node");

function readPackages(file) {
  if (!existsSync(file)) return null;
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    // Half-written by an install that was cut short: the same as absent.
    return null;
  }
}

/** Whether what is installed is what the lock file says; optional packages are for other machines. */
function areInstalled() {
  const wanted = readPackages(join(PROJECT, "package-lock.json"));
  const present = readPackages(join(PROJECT, "node_modules/.package-lock.json"));
  if (!wanted || !present || !existsSync(PINNED_NODE)) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === "" || entry.optional || entry.peer || present[path]?.version === entry.version,
  );
}

/** Installs when needed. Throws with what npm said when it fails. */
export function ensurePackages(say) {
  if (areInstalled()) return;
  const isFresh = !existsSync(join(PROJECT, "node_modules/.package-lock.json"));
  say(isFresh ? "Installing packages (once, a minute or so)" : "Bringing packages up to date");
  // Not `npm ci`: it refuses a lock file that does not list the optional packages of every other platform, and it
  // would take the packages away from whoever is working with them.
  const words = ["install", "--no-save", "--no-audit", "--no-fund", "--loglevel=error"];
  const npm = process.env.npm_execpath;
  const [command, given] = npm ? [process.execPath, [npm, ...words]] : ["npm", words];
  // Development packages are wanted whatever NODE_ENV says: they build the application.
  const env = { ...process.env, NODE_ENV: "development" };
  const done = spawnSync(command, given, { cwd: PROJECT, stdio: ["ignore", "inherit", "inherit"], env });
  if (done.status !== 0) throw new Error("npm could not install the packages; its own words are above");
}

function parentOf(pid) {
  try {
    const [name, , parent] = readFileSync(`/proc/${pid}/stat`, "utf8")
      .replace(/^\d+ \((.*)\) /s, "$1\n\n")
      .split(/\n\n|\s/);
    return { name, parent: Number(parent) };
  } catch {
    // No such process, or no such way to ask on this system.
    return null;
  }
}

/**
 * Run by npm, we end when npm does, however it ends: then our parent changes, or, where npm put a shell between us,
 * the shell's.
 */
export function onParentGone(act) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const shell = parentOf(parent);
  const grandparent = shell && /^(ba|da|a|z|k)?sh$/.test(shell.name) ? shell.parent : null;
  const timer = setInterval(() => {
    const isSame = process.ppid === parent && (grandparent === null || parentOf(parent)?.parent === grandparent);
    if (isSame) return;
    clearInterval(timer);
    act();
  }, 500);
  timer.unref();
}
