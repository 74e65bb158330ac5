#!/usr/bin/env node
// `npm test`: everything that is checked, in one command, on a fresh machine too. Each step says what it does and how
// long it took; the last line counts the tests. PLAYWRIGHT_CHROMIUM names a browser, TEST_DATABASE_URL a PostgreSQL
// (by a superuser's connection) to use instead of what is found.
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { ensureChromium } from "./bootstrap/chromium.mjs";
import { ensurePackages, onParentGone, PINNED_NODE, PROJECT } from "./bootstrap/packages.mjs";

const REPORTS = join(PROJECT, "test-results");
const PLAYWRIGHT = join(PROJECT, "node_modules/@playwright/test/cli.js");
const BIN = join(PROJECT, "node_modules/.bin");
const say = (text) => process.stdout.write(`  ${text}\n`);
const total = { passed: 0, failed: 0, skipped: 0 };
let running = null;

function run(command, given, environment = {}) {
  return new Promise((resolve) => {
    running = spawn(command, given, {
      cwd: PROJECT,
      stdio: ["ignore", "inherit", "inherit"],
      env: { ...process.env, CI: "1", PATH: `${BIN}${delimiter}${process.env.PATH}`, ...environment },
    });
    running.on("error", (cause) => {
      process.stderr.write(`  ${command}: ${cause.message}\n`);
      resolve(1);
    });
    running.on("exit", (code) => resolve(code ?? 1));
  });
}

const script = (file, ...given) => run(PINNED_NODE, ["--import", "tsx", file, ...given]);

function readReport(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
}

/** A step that counts: the runner's own numbers, and at least one failure when the runner failed or ran nothing. */
function count(code, counts) {
  total.passed += counts.passed;
  total.skipped += counts.skipped;
  const ranNothing = counts.passed + counts.failed === 0;
  if (ranNothing) process.stderr.write("  No test ran here, which is a failure\n");
  total.failed += Math.max(counts.failed, code !== 0 || ranNothing ? 1 : 0);
}

async function runVitest(project) {
  const file = join(REPORTS, `${project}.json`);
  const given = ["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  const code = await run(join(BIN, "vitest"), given);
  const report = readReport(file);
  count(code, {
    passed: report?.numPassedTests ?? 0,
    failed: report?.numFailedTests ?? 0,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  });
}

async function runJourneys() {
  const file = join(REPORTS, "journeys.json");
  const code = await run(PINNED_NODE, [PLAYWRIGHT, "test", "--reporter=list,json"], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = readReport(file)?.stats;
  count(code, {
    passed: (stats?.expected ?? 0) + (stats?.flaky ?? 0),
    failed: stats?.unexpected ?? 0,
    skipped: stats?.skipped ?? 0,
  });
}

/** A step that passes or fails as a whole. */
async function check(work) {
  if ((await work()) === 0) return;
  total.failed += 1;
  process.stderr.write("  This step failed\n");
}

const STEPS = [
  ["Packages", () => ensurePackages(say)],
  ["Browser", async () => say(await ensureChromium(PINNED_NODE, PLAYWRIGHT, say))],
  ["Database client", () => check(() => script("bin/bootstrap/make.ts", "client"))],
  ["Lint", () => check(() => run(join(BIN, "biome"), ["check", "."]))],
  [
    "Types",
    () => check(async () => (await run(join(BIN, "next"), ["typegen"])) || run(join(BIN, "tsc"), ["--noEmit"])),
  ],
  ["Unit tests", () => runVitest("unit")],
  ["Integration tests against PostgreSQL", () => runVitest("integration")],
  ["Build", () => check(() => script("bin/bootstrap/make.ts", "build"))],
  ["Journeys in a browser", runJourneys],
];

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.on(signal, () => {
    running?.kill(signal);
    process.exit(130);
  });
}
onParentGone(() => {
  running?.kill("SIGTERM");
  process.exit(130);
});

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });
const times = [];
for (const [title, work] of STEPS) {
  process.stdout.write(`\n== ${title}\n`);
  const failedBefore = total.failed;
  const begun = performance.now();
  try {
    await work();
  } catch (cause) {
    total.failed += 1;
    process.stderr.write(`  ${cause.message}\n`);
  }
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  times.push(`  ${total.failed > failedBefore ? "FAILED" : "ok    "}  ${seconds.padStart(6)} s  ${title}`);
  say(`(${seconds} s)`);
  // Without packages there is nothing to run.
  if (title === "Packages" && total.failed > 0) break;
}
process.stdout.write(`\n${times.join("\n")}\n\n`);
process.stdout.write(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped\n`);
process.exit(total.failed > 0 ? 1 : 0);
