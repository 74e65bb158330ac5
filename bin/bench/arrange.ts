// A scratch server and the large data that the figures need, put there past the operations: only their speed is asked.
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { disconnectDatabase } from "../../lib/db/client.ts";
import type { TestDatabase } from "../../lib/testing/database.ts";
import { announceDatabase } from "../../lib/testing/surroundings.ts";
import { connectionsOf, copyDatabase, startTestServer } from "../../lib/testing/test-server.ts";

export type BenchDatabase = Pick<TestDatabase, "query"> & { readonly stop: () => Promise<void> };

export async function startBenchDatabase(): Promise<BenchDatabase> {
  const server = await startTestServer();
  const name = `gavel_bench_${randomUUID().slice(0, 8)}`;
  await copyDatabase(server, name);
  const { ownerUrl, appUrl } = connectionsOf(server, name);
  announceDatabase(appUrl, ownerUrl);
  const owner = new Client({ connectionString: ownerUrl });
  await owner.connect();
  return {
    query: async (sql, values) => (await owner.query(sql, values)).rows,
    stop: async () => {
      await owner.end();
      await disconnectDatabase();
      await server.stop();
    },
  };
}

/** `count` models of one organisation, over forty units and all tiers and statuses. */
export async function addModels(database: BenchDatabase, organizationId: string, count: number): Promise<void> {
  await database.query(
    `INSERT INTO models (organization_id, reference, name, version, description, unit, agency, tier, tier_reasons, status,
       risk_score, risk_contributions, tags, stage_dates, source_name, source_id, next_review_at)
     SELECT $1, 'MDL-' || lpad(upper(to_hex(n)), 8, '0'), 'Model ' || n, '1.0', 'Sorts the incoming cases of unit ' || n % 40,
       'Unit ' || n % 40, 'Agency ' || n % 8, (ARRAY['tier_1_low','tier_2_medium','tier_3_high','tier_4_critical'])[1 + n % 4], '[]',
       (ARRAY['proposed','approved','active'])[1 + n % 3], n % 100, '[]', '{}', '{}', 'bench', n::text,
       governance_now() + make_interval(days => n % 400 - 200)
     FROM generate_series(1, $2) AS n`,
    [organizationId, count],
  );
  await database.query("ANALYZE models");
}
