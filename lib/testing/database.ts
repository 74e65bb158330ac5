// A database of one's own for a test file: migrated, empty, real. The process is told of it as a web process would be,
// so that code under test finds it through lib/env.ts.
//
//   const database = await startTestDatabase();
//   afterAll(() => database.stop());
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { inject } from "vitest";
import { type ClockSetting, setDatabaseClock } from "./database-clock.ts";
import { announceDatabase } from "./surroundings.ts";
import { connectionsOf, copyDatabase, dropDatabase } from "./test-server.ts";

export type TestDatabase = {
  /** The application role: owns nothing, held by row-level security. */
  appUrl: string;
  /** The owner role: what a test may arrange or look at behind the application's back. */
  ownerUrl: string;
  setClock: (setting: ClockSetting) => Promise<void>;
  /** Reads as the owner, past row-level security. */
  query: <Row extends Record<string, unknown>>(sql: string, values?: unknown[]) => Promise<Row[]>;
  stop: () => Promise<void>;
};

export async function startTestDatabase(): Promise<TestDatabase> {
  const server = inject("testServer");
  const name = `gavel_test_${randomUUID()}`;
  await copyDatabase(server, name);
  const { appUrl, ownerUrl } = connectionsOf(server, name);
  announceDatabase(appUrl, ownerUrl);
  const owner = new Client({ connectionString: ownerUrl });
  // Dropping the database by force ends this connection from the other side.
  owner.on("error", () => undefined);
  await owner.connect();
  return {
    appUrl,
    ownerUrl,
    setClock: (setting) => setDatabaseClock(owner, setting),
    query: async (sql, values) => (await owner.query(sql, values)).rows,
    stop: async () => {
      await owner.end();
      await dropDatabase(server, name);
    },
  };
}
