// The queue among a hundred thousand open items, and a digest of ten thousand.
import { randomUUID } from "node:crypto";
import { runUnitOfWork, type UnitOfWork } from "../../lib/db/unit-of-work.ts";
import { toDigest } from "../../lib/governance/escalations/digest.ts";
import { loadFolded } from "../../lib/governance/escalations/digest-store.ts";
import { listEscalations } from "../../lib/governance/escalations/operations/list-escalations.ts";
import { systemActor } from "../../lib/server/actor.ts";
import { invoke } from "../../lib/server/invoke.ts";
import { addPerson, makeOrganization } from "../../lib/testing/identity-world.ts";
import type { BenchDatabase } from "./arrange.ts";
import { compare, median } from "./measure.ts";

const DIGEST = 10_000;
const ROUNDS = 41;

/** `count` open items of one organisation, of every severity and age; in a digest when one is named. */
async function addItems(database: BenchDatabase, organizationId: string, count: number, digest: string | null = null) {
  // What is committed in the background is not marked as visible by a vacuum that follows at once.
  await database.query("SET synchronous_commit = on");
  await database.query(
    `INSERT INTO escalations (organization_id, reference, title, title_key, description, source, category, severity, score, parts,
       fingerprint, occurrences, raised_at, last_seen_at, respond_by, charter_version, severe_since, channel, wanted_channel,
       place, collect_at, deliver_at, digest_id, marks)
     SELECT $1, 'ESC-' || lpad(upper(to_hex(n)), 8, '0'), 'Matter ' || n % 500, 'matter ' || n % 500, '', 'bench',
       (ARRAY['monitoring_alert','user_complaint','spending'])[1 + n % 3], 1 + n % 4, 3, '[]', md5(n::text), 1 + n % 3, at, at,
       at + make_interval(hours => n % 168), 1, at, 'daily_summary', 'daily_summary', 'queued', at, at, $3, '[]'
     FROM generate_series(1, $2::int) AS n, LATERAL (SELECT governance_now() - make_interval(mins => n % 5000) AS at) AS t`,
    [organizationId, count, digest],
  );
  await database.query("VACUUM ANALYZE escalations");
}

async function benchQueue(database: BenchDatabase): Promise<void> {
  const pageOf = async (count: number) => {
    const organizationId = await makeOrganization();
    await addItems(database, organizationId, count);
    const actor = await addPerson(organizationId);
    return async (input: object) => {
      const startedAt = performance.now();
      const { items } = await invoke(listEscalations, { actor, input: { limit: 50, ...input } });
      if (items.length !== 50) throw new Error(`${items.length} items on the page instead of 50`);
      return performance.now() - startedAt;
    };
  };
  const [few, many] = [await pageOf(1_000), await pageOf(100_000)];
  for (const [name, input] of [
    ["by severity", {}],
    ["by deadline", { sort: "deadline" }],
    ["newest", { sort: "newest" }],
    ["critical ones", { severity: ["critical"] }],
  ] as const) {
    const times: { few: number[]; many: number[] } = { few: [], many: [] };
    for (let round = 0; round <= ROUNDS; round += 1) {
      const [small, large] = [await few(input), await many(input)];
      if (round === 0) continue;
      times.few.push(small);
      times.many.push(large);
    }
    const [small, large] = [median(times.few), median(times.many)];
    const words = `p50 ${large.toFixed(1)} ms against ${small.toFixed(1)} ms`;
    process.stdout.write(
      `${`queue (${name}), 100,000 / 1,000 open items`.padEnd(58)} ${(large / small).toFixed(2).padStart(8)}x   ${words}\n`,
    );
  }
}

async function benchDigest(database: BenchDatabase): Promise<void> {
  const organizationId = await makeOrganization();
  const digest = randomUUID();
  await database.query(
    `INSERT INTO escalation_digests (organization_id, id, kind, deliver_at, user_ids)
     VALUES ($1, $2, 'daily_summary', governance_now(), '{}')`,
    [organizationId, digest],
  );
  await addItems(database, organizationId, DIGEST, digest);
  const actor = systemActor(organizationId, "bench");
  const reading = <Result>(work: (tx: UnitOfWork, at: Date) => Promise<Result>) =>
    runUnitOfWork(
      { organizationId, actor, requestId: randomUUID(), effect: "read", timeoutMs: 120_000 },
      async (tx, now) => work(tx, await now()),
    );
  const seen = { apart: 0, folded: 0 };
  await compare(
    `digest of ${DIGEST} items, a query an item / folded`,
    {
      name: "a query an item",
      run: async () => {
        seen.apart = await reading(readApart(digest));
      },
    },
    {
      name: "folded",
      run: async () => {
        const content = await reading(async (tx, at) => toDigest("daily_summary", await loadFolded(tx, digest, at)));
        seen.folded = content.items;
      },
    },
    3,
  );
  if (seen.apart !== DIGEST || seen.folded !== DIGEST) throw new Error(`${seen.apart} and ${seen.folded} items`);
}

function readApart(digest: string) {
  return async (tx: UnitOfWork): Promise<number> => {
    const items = await tx.db.escalation.findMany({ where: { digestId: digest }, select: { id: true } });
    let read = 0;
    for (const { id } of items) {
      const rows = await tx.db.$queryRaw<object[]>`
        SELECT e.reference, e.title, e.category, e.severity, e.occurrences, v.name FROM escalations e
        LEFT JOIN ventures v ON v.organization_id = e.organization_id AND v.id = e.venture_id
        WHERE e.organization_id = app_organization() AND e.id = ${id}::uuid`;
      read += rows.length;
    }
    return read;
  };
}

export async function benchEscalations(database: BenchDatabase): Promise<void> {
  await benchQueue(database);
  await benchDigest(database);
}
