// `npm run bench`: how fast the ways we chose are beside the obvious ones, as ratios within one run on one machine.
// Every figure is followed by a check that the work was really done.
import { randomUUID } from "node:crypto";
import { runUnitOfWork } from "../lib/db/unit-of-work.ts";
import { listModels } from "../lib/governance/registry/operations/list-models.ts";
import { castBallot } from "../lib/governance/voting/operations/cast-ballot.ts";
import { systemActor } from "../lib/server/actor.ts";
import { invoke } from "../lib/server/invoke.ts";
import { buildBoard, openVote } from "../lib/testing/builders.ts";
import { addPerson, makeOrganization } from "../lib/testing/identity-world.ts";
import { addModels, type BenchDatabase, startBenchDatabase } from "./bench/arrange.ts";
import { benchEscalations } from "./bench/escalations.ts";
import { benchImport } from "./bench/import.ts";
import { benchIntake } from "./bench/intake.ts";
import { median, underLoad } from "./bench/measure.ts";
import { benchTrust } from "./bench/trust.ts";

function confirm(what: string, actual: unknown, expected: unknown): void {
  if (actual !== expected) throw new Error(`${what}: ${String(actual)} instead of ${String(expected)}`);
}

async function benchAudit(database: BenchDatabase): Promise<void> {
  const organizationId = await makeOrganization();
  const scope = { organizationId, actor: systemActor(organizationId, "bench"), effect: "write" as const };
  const event = { action: "test.benched", subject: { type: "test", reference: "bench" }, details: { n: 1 } };
  const acts = 400;
  const count = async () => {
    const [row] = await database.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM audit_entries WHERE organization_id = $1",
      [organizationId],
    );
    return row?.n ?? 0;
  };
  const before = await count();
  const one = () => runUnitOfWork({ ...scope, requestId: randomUUID() }, (tx) => tx.record(event));
  const single = await underLoad(
    1,
    Array.from({ length: acts }, () => one),
  );
  const many = await underLoad(
    16,
    Array.from({ length: acts }, () => one),
  );
  confirm("audit entries", (await count()) - before, 2 * acts);
  const ratio = single.totalMs / many.totalMs;
  const words = `${acts} recorded acts: 1 client ${single.totalMs.toFixed(0)} ms, 16 clients ${many.totalMs.toFixed(0)} ms`;
  process.stdout.write(
    `${"recorded acts, one client / sixteen clients".padEnd(58)} ${ratio.toFixed(2).padStart(8)}x   ${words}\n`,
  );
}

async function benchLists(database: BenchDatabase): Promise<void> {
  const pages = async (count: number) => {
    const organizationId = await makeOrganization();
    await addModels(database, organizationId, count);
    const actor = await addPerson(organizationId);
    return async (input: object) => {
      const times: number[] = [];
      for (let round = 0; round < 31; round += 1) {
        const startedAt = performance.now();
        const { items } = await invoke(listModels, { actor, input: { limit: 50, ...input } });
        confirm("models on the page", items.length, 50);
        times.push(performance.now() - startedAt);
      }
      return median(times);
    };
  };
  const [few, many] = [await pages(1_000), await pages(100_000)];
  for (const [name, input] of [
    ["newest", {}],
    ["by risk", { sort: "risk" }],
    ["active, tier 4", { status: "active", tier: "tier_4_critical" }],
    ["due, by next review", { due: true, sort: "next_review" }],
  ] as const) {
    const [small, large] = [await few(input), await many(input)];
    const words = `p50 ${large.toFixed(1)} ms against ${small.toFixed(1)} ms`;
    process.stdout.write(
      `${`model list (${name}), 100,000 / 1,000 models`.padEnd(58)} ${(large / small).toFixed(2).padStart(8)}x   ${words}\n`,
    );
  }
}

async function benchVotes(): Promise<void> {
  const world = await buildBoard();
  const votes = await Promise.all(Array.from({ length: 24 }, () => openVote(world)));
  const casts = votes.flatMap(({ reference, digest }) =>
    world.voters.map(
      (actor) => () =>
        invoke(castBallot, { actor, input: { reference, choice: "yes", reasoning: "", subjectDigest: digest } }),
    ),
  );
  const half = casts.length / 2;
  const one = await underLoad(1, casts.slice(0, half));
  const many = await underLoad(16, casts.slice(half));
  const words = `${half} casts: 1 client p50 ${one.p50.toFixed(1)} ms, 16 clients p50 ${many.p50.toFixed(1)} p99 ${many.p99.toFixed(1)} ms`;
  process.stdout.write(
    `${"ballots with receipts, one client / sixteen clients".padEnd(58)} ${(one.totalMs / many.totalMs).toFixed(2).padStart(8)}x   ${words}\n`,
  );
}

const database = await startBenchDatabase();
try {
  process.stdout.write(
    "ratio = first / second; more than 1: the second is that many times faster (lists: the larger one is that much slower)\n\n",
  );
  await benchAudit(database);
  await benchVotes();
  await benchTrust(database);
  await benchImport(database);
  await benchLists(database);
  await benchEscalations(database);
} finally {
  await database.stop();
}
// On a server of its own that keeps what it answers; the others are faster than any disk.
await benchIntake();
