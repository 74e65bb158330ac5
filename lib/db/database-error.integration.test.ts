import { afterAll, beforeAll, expect, test } from "vitest";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { database, disconnectDatabase } from "./client.ts";
import { isDatabaseAway } from "./database-error.ts";

let testDatabase: TestDatabase;

beforeAll(async () => {
  testDatabase = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await testDatabase.stop();
});

test("a pool without a free connection is a database that is away, not a defect, and loses no connection", async () => {
  const { pool, prisma } = database();
  const size = pool.options.max ?? 10;
  const held = await Promise.all(Array.from({ length: size }, () => pool.connect()));
  const refused = await prisma.$transaction((db) => db.organization.count(), { maxWait: 50 }).catch((error) => error);
  for (const client of held) client.release();
  expect(isDatabaseAway(refused)).toBe(true);
  const again = await Promise.all(Array.from({ length: size }, () => pool.connect()));
  expect(again).toHaveLength(size);
  for (const client of again) client.release();
});

test("a transaction that took too long is taken back and is no defect either", async () => {
  const refused = await database()
    .prisma.$transaction((db) => db.$queryRaw`SELECT pg_sleep(0.3)::text`, { timeout: 50 })
    .catch((error) => error);
  expect(isDatabaseAway(refused)).toBe(true);
});
