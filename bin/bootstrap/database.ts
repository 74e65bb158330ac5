// Brings one database to the state this version of Gavel needs: tables and functions by the migrations, queues by
// pg-boss, and what the application role may do with them. Doing it again changes nothing.
import { PgBoss } from "pg-boss";
import { QUEUE_SCHEMA, QUEUES } from "../../lib/jobs/queues.ts";
import { applyMigrations } from "./engine.ts";
import { APP_ROLE, withClient } from "./roles.ts";

/** Two starts at once wait for each other here. */
const MIGRATION_LOCK = 4_715_330;

async function prepareQueues(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: QUEUE_SCHEMA,
    max: 1,
    supervise: false,
    schedule: false,
    migrate: true,
  });
  const problems: unknown[] = [];
  boss.on("error", (problem) => problems.push(problem));
  await boss.start();
  try {
    const present = new Set((await boss.getQueues()).map((queue) => queue.name));
    for (const [name, settings] of Object.entries(QUEUES)) {
      const { policy: _fixedAtBirth, ...changeable } = { policy: undefined, ...settings };
      if (present.has(name)) await boss.updateQueue(name, changeable);
      else await boss.createQueue(name, settings);
    }
  } finally {
    await boss.stop({ graceful: false });
  }
  if (problems.length > 0) throw new AggregateError(problems, "the queues could not be set up");
  await withClient(ownerUrl, async (client) => {
    await client.query(`
      GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
    `);
  });
}

/** Returns the names of the migrations it applied. */
export async function prepareDatabase(ownerUrl: string): Promise<string[]> {
  return withClient(ownerUrl, async (client) => {
    await client.query("SELECT pg_advisory_lock($1)", [MIGRATION_LOCK]);
    const applied = await applyMigrations(ownerUrl);
    await prepareQueues(ownerUrl);
    await client.query("SELECT pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    return applied;
  });
}
