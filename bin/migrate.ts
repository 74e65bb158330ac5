// The migration tool. Without a database it starts a throw-away server, so `diff` and `check` work anywhere.
//
//   tsx bin/migrate.ts diff     prints the SQL that leads from prisma/migrations to prisma/schema
//   tsx bin/migrate.ts check    applies the migrations to an empty database and fails if it differs from the schema
//   tsx bin/migrate.ts apply    applies what is missing to OWNER_DATABASE_URL
import { startScratchCluster } from "./bootstrap/cluster.ts";
import { applyMigrations, diffDatabaseToSchema, diffMigrationsToSchema, isEmptyDiff } from "./bootstrap/engine.ts";
import { APP_ROLE, withClient } from "./bootstrap/roles.ts";

async function withScratchServer(act: (ownerUrl: string) => Promise<void>): Promise<void> {
  const cluster = await startScratchCluster();
  try {
    await withClient(cluster.superuserUrl(), async (client) => {
      await client.query(`CREATE ROLE ${APP_ROLE} NOLOGIN`);
      await client.query("CREATE DATABASE scratch");
    });
    await act(cluster.superuserUrl("scratch"));
  } finally {
    await cluster.stop();
  }
}

const command = process.argv[2];
if (command === "diff") {
  await withScratchServer(async (url) => {
    process.stdout.write(`${await diffMigrationsToSchema(url)}\n`);
  });
} else if (command === "check") {
  await withScratchServer(async (url) => {
    const applied = await applyMigrations(url);
    const difference = await diffDatabaseToSchema(url);
    if (isEmptyDiff(difference)) {
      process.stdout.write(`${applied.length} migrations lead to the schema\n`);
      return;
    }
    process.stderr.write(`The migrated database differs from the schema. Missing:\n\n${difference}\n`);
    process.exitCode = 1;
  });
} else if (command === "apply") {
  const url = process.env.OWNER_DATABASE_URL;
  if (!url) throw new Error("`apply` needs OWNER_DATABASE_URL: the connection string of the database's owner");
  const applied = await applyMigrations(url);
  process.stdout.write(applied.length === 0 ? "nothing to apply\n" : `applied: ${applied.join(", ")}\n`);
} else {
  process.stderr.write("say what to do: diff, check or apply\n");
  process.exitCode = 2;
}
