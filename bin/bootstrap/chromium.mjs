// Which browser the journeys run in: the one named in PLAYWRIGHT_CHROMIUM, one on the PATH, Playwright's own, and
// when there is none, one that can be installed. Plain Node; Playwright itself is only asked once it is installed.
import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import { delimiter, join } from "node:path";

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function findOnPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find(isExecutable);
}

/** The program to start, or null when Playwright's own has to do. */
export function findChromium() {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named && !isExecutable(named)) throw new Error(`PLAYWRIGHT_CHROMIUM names \`${named}\`, which cannot be run`);
  return named || findOnPath() || null;
}

async function hasPlaywrightsOwn() {
  const { chromium } = await import("@playwright/test");
  return existsSync(chromium.executablePath());
}

function attempt(command, given, milliseconds, environment = {}) {
  const env = { ...process.env, ...environment };
  return spawnSync(command, given, { stdio: "ignore", timeout: milliseconds, env }).status === 0;
}

/** Returns in words which browser will be used; throws with the remedy when there is none. */
export async function ensureChromium(node, playwright, say) {
  const found = findChromium();
  if (found) return found;
  if (await hasPlaywrightsOwn()) return "Playwright's own Chromium";
  say("No Chromium on this machine: installing Playwright's");
  const patience = { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: "10000" };
  if (attempt(node, [playwright, "install", "chromium"], 300_000, patience) && (await hasPlaywrightsOwn())) {
    return "Playwright's own Chromium";
  }
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    say("That cannot be downloaded here: installing Debian's");
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    attempt("apt-get", ["update"], 300_000, quiet);
    attempt("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], 900_000, quiet);
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error("no Chromium: install one and name it in PLAYWRIGHT_CHROMIUM");
}
