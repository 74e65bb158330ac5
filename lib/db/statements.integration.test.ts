import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { database, disconnectDatabase } from "./client.ts";
import { isDatabaseAway, isTaken, isWorthRetrying } from "./database-error.ts";
import { allOrFirstFailure, inStatements, type Statements } from "./statements.ts";

let testDatabase: TestDatabase;
let owner: Client;

beforeAll(async () => {
  testDatabase = await startTestDatabase();
  owner = new Client({ connectionString: testDatabase.ownerUrl });
  await owner.connect();
  await owner.query("CREATE TABLE jar (n int PRIMARY KEY, reference text UNIQUE)");
  await owner.query("GRANT SELECT, INSERT ON jar TO gavel_app");
});
afterAll(async () => {
  await disconnectDatabase();
  await owner.end();
  await testDatabase.stop();
});

const LONG = 20_000;
const put = (db: Statements, n: number) => db.$executeRaw`INSERT INTO jar VALUES (${n})`;
async function held(): Promise<number[]> {
  const { rows } = await owner.query<{ n: number }>("SELECT n FROM jar ORDER BY n");
  return rows.map(({ n }) => n);
}
const failureOf = (work: Promise<unknown>) => work.then(() => null).catch((error: unknown) => error);

test("what is asked at once is done in its order", async () => {
  const seen = await inStatements(LONG, async (db) => {
    const [made, rows] = await Promise.all([put(db, 1), db.$queryRaw<{ n: number }[]>`SELECT n FROM jar`]);
    return { made, rows };
  });
  expect(seen).toEqual({ made: 1, rows: [{ n: 1 }] });
  expect(await held()).toEqual([1]);
});

test.for<[string, (db: Statements) => Promise<unknown>]>([
  ["the first of those that travel together", (db) => Promise.all([put(db, 1), put(db, 2), put(db, 3)])],
  ["the last of them", (db) => Promise.all([put(db, 2), put(db, 3), put(db, 1)])],
  [
    "what comes after them",
    async (db) => {
      await put(db, 2);
      await put(db, 1);
    },
  ],
])("a failure takes everything back, whichever it is: %s", async ([, work]) => {
  expect(isTaken(await failureOf(inStatements(LONG, work)))).toBe(true);
  expect(await held()).toEqual([1]);
  // The connection is whole: the next act has it.
  expect(await inStatements(LONG, (db) => db.$queryRaw`SELECT 1 AS one`)).toEqual([{ one: 1 }]);
});

test("a fresh reference that was drawn before is drawn anew, another key that is taken is an answer", async () => {
  const name = (n: number) =>
    failureOf(inStatements(LONG, (db) => db.$executeRaw`INSERT INTO jar VALUES (${n}, 'same')`));
  expect(await name(8)).toBeNull();
  expect(isWorthRetrying(await name(9))).toBe(true);
  expect(isWorthRetrying(await name(8))).toBe(false);
  await owner.query("DELETE FROM jar WHERE n = 8");
});

test("a failure that was passed over by its own act is not committed as a success", async () => {
  const passedOver = inStatements(LONG, async (db) => {
    await put(db, 4);
    await put(db, 1).catch(() => undefined);
  });
  expect(String(await failureOf(passedOver))).toContain("answered ROLLBACK to a commit");
  expect(await held()).toEqual([1]);
});

test("an act that throws by itself leaves nothing", async () => {
  const thrown = inStatements(LONG, async (db) => {
    await put(db, 5);
    throw new Error("no");
  });
  expect(String(await failureOf(thrown))).toBe("Error: no");
  expect(await held()).toEqual([1]);
});

test("nothing of an act is still at it when its failure is told", async () => {
  const steps: string[] = [];
  const failed = inStatements(LONG, (db) =>
    allOrFirstFailure([
      Promise.reject(new Error("at once")),
      (async () => {
        await put(db, 5);
        steps.push("first");
        await put(db, 6);
        steps.push("second");
      })(),
    ]),
  );
  expect(String(await failureOf(failed))).toBe("Error: at once");
  expect(steps).toEqual(["first", "second"]);
  expect(await held()).toEqual([1]);
});

test("one that takes too long is ended by the database, and is no defect", async () => {
  const late = inStatements(50, async (db) => {
    await put(db, 6);
    await db.$queryRaw`SELECT pg_sleep(5)::text`;
  });
  expect(isDatabaseAway(await failureOf(late))).toBe(true);
  expect(await held()).toEqual([1]);
});

test("a server that cannot be reached is a database that is away", async () => {
  const { statements } = database();
  const size = statements.options.max ?? 10;
  const clients = await Promise.all(Array.from({ length: size }, () => statements.connect()));
  statements.options.connectionTimeoutMillis = 50;
  const refused = await failureOf(inStatements(LONG, (db) => put(db, 7)));
  statements.options.connectionTimeoutMillis = 10_000;
  for (const client of clients) client.release();
  expect(isDatabaseAway(refused)).toBe(true);
});
