// One small statement in a transaction of its own, beside the one under way: progress that others must see before a long act
// has ended, and words to that act while it runs. Never for what belongs to an act of governance.
import type { QueryResultRow } from "pg";
import { database } from "./client.ts";

/** Sets the organisation for row-level security, runs the statement, commits. Needs a second connection of the pool. */
export async function queryApart<Row extends QueryResultRow>(
  organizationId: string,
  sql: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const client = await database().pool.connect();
  let failure: Error | undefined;
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
    const { rows } = await client.query<Row>(sql, [...values]);
    await client.query("COMMIT");
    return rows;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    throw error;
  } finally {
    // A connection that failed is not given back in the middle of its transaction.
    client.release(failure);
  }
}
