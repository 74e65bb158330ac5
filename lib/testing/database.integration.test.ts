import { Client } from "pg";
import { PgBoss } from "pg-boss";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { diffDatabaseToSchema, isEmptyDiff } from "../../bin/bootstrap/engine.ts";
import { assertTrustworthy } from "../../bin/bootstrap/roles.ts";
import { QUEUE_SCHEMA, QUEUES } from "../jobs/queues.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";

let database: TestDatabase;
let app: Client;

beforeAll(async () => {
  database = await startTestDatabase();
  app = new Client({ connectionString: database.appUrl });
  await app.connect();
});
afterAll(async () => {
  await app.end();
  await database.stop();
});

async function readClock(): Promise<Date> {
  const { rows } = await app.query<{ now: Date }>("SELECT governance_now() AS now");
  const [row] = rows;
  if (!row) throw new Error("no clock");
  return row.now;
}

describe("the migrated database", () => {
  test("does not differ from the schema", async () => {
    const difference = await diffDatabaseToSchema(database.ownerUrl);
    expect(isEmptyDiff(difference), difference).toBe(true);
  });

  test("and a difference would be seen", async () => {
    await database.query("CREATE TABLE stray (id int PRIMARY KEY)");
    const difference = await diffDatabaseToSchema(database.ownerUrl);
    await database.query("DROP TABLE stray");
    expect(difference).toContain('DROP TABLE "stray"');
  });

  test("every table of an organisation is held by row-level security", async () => {
    const open = await database.query(
      `SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organization_id'
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND NOT c.relrowsecurity
         AND c.relname <> 'installation'`,
    );
    expect(open).toEqual([]);
  });
});

describe("the application role", () => {
  test("owns nothing and cannot bypass row-level security; a server that may forget is refused", async () => {
    // Test servers run without fsync for speed, which is just what a start must refuse.
    await expect(assertTrustworthy(database.appUrl)).rejects.toThrow(/could lose what it has acknowledged: .*fsync/);
    const [role] = await database.query<{ rolsuper: boolean; rolbypassrls: boolean; owned: number }>(
      `SELECT rolsuper, rolbypassrls, (SELECT count(*)::int FROM pg_class WHERE relowner = r.oid) AS owned
       FROM pg_roles r WHERE rolname = 'gavel_app'`,
    );
    expect(role).toEqual({ rolsuper: false, rolbypassrls: false, owned: 0 });
  });

  test.each([
    ["make a table", "CREATE TABLE mine (id int)"],
    ["set the clock", "INSERT INTO clock_override (id, offset_milliseconds) VALUES (1, 1)"],
    ["switch row-level security off", "ALTER TABLE memberships DISABLE ROW LEVEL SECURITY"],
    ["empty the record", "TRUNCATE audit_entries"],
    ["write into the record past its function", "INSERT INTO audit_entries DEFAULT VALUES"],
    ["change the record", "UPDATE audit_entries SET leaf = ''"],
    ["delete from the record", "DELETE FROM audit_entries"],
    ["give a person another address", "UPDATE users SET email = 'somebody@else.example'"],
    ["rewrite a frozen package", "UPDATE decision_packages SET canonical = ''"],
    ["take a cast out of the history", "DELETE FROM ballot_casts"],
    ["rewrite a charter in force", "UPDATE charter_versions SET description = ''"],
    ["take over the owner's role", "SET ROLE gavel_owner"],
  ])("may not %s", async (_name, statement) => {
    await expect(app.query(statement)).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|0A000)$/) });
  });

  test("puts work into the queues and takes it out without owning them", async () => {
    const boss = new PgBoss({
      connectionString: database.appUrl,
      schema: QUEUE_SCHEMA,
      migrate: false,
      createSchema: false,
    });
    const problems: unknown[] = [];
    boss.on("error", (problem) => problems.push(problem));
    await boss.start();
    try {
      expect((await boss.getQueues()).map((queue) => queue.name)).toEqual(expect.arrayContaining(Object.keys(QUEUES)));
      const [first = ""] = Object.keys(QUEUES);
      await boss.send(first, { subject: "x" });
      const [job] = await boss.fetch<{ subject: string }>(first);
      expect(job?.data).toEqual({ subject: "x" });
      await boss.complete(first, job?.id ?? "");
      await boss.supervise();
    } finally {
      await boss.stop({ graceful: false });
    }
    expect(problems).toEqual([]);
  });
});

describe("the clock", () => {
  test("stands still at an instant", async () => {
    await database.setClock({ at: "2026-05-04T10:00:00.000Z" });
    expect((await readClock()).toISOString()).toBe("2026-05-04T10:00:00.000Z");
    expect((await readClock()).toISOString()).toBe("2026-05-04T10:00:00.000Z");
  });

  test("runs ahead by a span", async () => {
    const day = 24 * 3600 * 1000;
    await database.setClock("real");
    const before = await readClock();
    await database.setClock({ offsetMilliseconds: day });
    const after = await readClock();
    expect(after.getTime() - before.getTime()).toBeGreaterThanOrEqual(day);
    expect(after.getTime() - before.getTime()).toBeLessThan(day + 60_000);
  });

  test("is free again", async () => {
    await database.setClock("real");
    const [real] = await database.query<{ now: Date }>("SELECT clock_timestamp() AS now");
    expect(Math.abs((await readClock()).getTime() - (real?.now.getTime() ?? 0))).toBeLessThan(60_000);
  });
});
