import { randomUUID } from "node:crypto";
import { type Db, PgBoss } from "pg-boss";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addOrganization } from "../testing/organization.ts";
import { type ListenerAddress, relayOutbox } from "./outbox-relay.ts";
import { QUEUE_SCHEMA, type QueueName } from "./queues.ts";

let database: TestDatabase;
let boss: PgBoss;
let organizationId: string;

const LISTENERS: Readonly<Record<string, readonly ListenerAddress[]>> = {
  "test.heard": [{ name: "one", queue: "outbox.deliver" }],
  "test.heard_twice": [
    { name: "one", queue: "outbox.deliver" },
    { name: "two", queue: "notifications.mail" },
  ],
  "test.heard_by_nobody": [],
  "test.poisoned": [{ name: "one", queue: "no-such-queue" as QueueName }],
};
const listenersOf = (topic: string) => LISTENERS[topic] ?? null;

beforeAll(async () => {
  database = await startTestDatabase();

  const url = { connectionString: database.appUrl, schema: QUEUE_SCHEMA };
  boss = new PgBoss({ ...url, migrate: false, createSchema: false, supervise: false, schedule: false, max: 2 });
  boss.on("error", () => undefined);
  await boss.start();
});
afterAll(async () => {
  await boss.stop({ graceful: false });
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  organizationId = await addOrganization(database);
});
afterEach(async () => {
  await database.query("DELETE FROM outbox");
  await database.query(`DELETE FROM ${QUEUE_SCHEMA}.job`);
});

async function publish(topic: string, count = 1): Promise<string[]> {
  const ids = Array.from({ length: count }, () => randomUUID());
  await database.query(
    `INSERT INTO outbox (organization_id, id, topic, payload, request_id)
     SELECT $1, id, $2, jsonb_build_object('id', id), 'test' FROM unnest($3::uuid[]) AS id`,
    [organizationId, topic, ids],
  );
  return ids.sort();
}

/** Ids of the messages for which a job is there, with repetitions. */
async function jobs(queue: QueueName = "outbox.deliver"): Promise<string[]> {
  const rows = await database.query<{ id: string }>(
    `SELECT data->'payload'->>'id' AS id FROM ${QUEUE_SCHEMA}.job WHERE name = $1 ORDER BY 1`,
    [queue],
  );
  return rows.map((row) => row.id);
}

const waiting = async () => {
  const rows = await database.query<{ id: string; is_due: boolean }>(
    "SELECT id, available_at <= governance_now() AS is_due FROM outbox ORDER BY id",
  );
  return rows;
};

/** The server ends the very connection that holds the transaction, as it does when the process behind it is killed. */
async function killConnection(db: Db | undefined): Promise<void> {
  await expect(db?.executeSql("SELECT pg_terminate_backend(pg_backend_pid())")).rejects.toThrow();
}

describe("the outbox relay", () => {
  test("[NTF-201] hands each message to each listener, once", async () => {
    const ids = await publish("test.heard_twice", 3);
    await publish("test.heard_by_nobody");
    expect(await relayOutbox({ boss, listenersOf })).toBe(4);
    expect(await jobs("outbox.deliver")).toEqual(ids);
    expect(await jobs("notifications.mail")).toEqual(ids);
    expect(await waiting()).toEqual([]);
    expect(await relayOutbox({ boss, listenersOf })).toBe(0);
  });

  test("[NTF-201] several relays at once hand each message over once", async () => {
    const ids = await publish("test.heard", 400);
    const relayAll = async () => {
      while ((await relayOutbox({ boss, listenersOf, limit: 7 })) > 0);
    };
    await Promise.all([relayAll(), relayAll(), relayAll(), relayAll()]);
    expect(await jobs()).toEqual(ids);
    expect(await waiting()).toEqual([]);
  });

  test("[NTF-201] a relay killed after putting jobs in and before its commit loses and doubles nothing", async () => {
    const ids = await publish("test.heard", 5);
    const dying: Pick<PgBoss, "insert"> = {
      insert: async (queue, given, options) => {
        const taken = await boss.insert(queue, given, options);
        await killConnection(options?.db);
        return taken;
      },
    };
    await expect(relayOutbox({ boss: dying, listenersOf })).rejects.toThrow();
    expect(await jobs()).toEqual([]);
    expect((await waiting()).map((row) => row.id)).toEqual(ids);
    expect(await relayOutbox({ boss, listenersOf })).toBe(5);
    expect(await jobs()).toEqual(ids);
  });

  test("[NTF-201] a relay killed between taking and putting in loses nothing", async () => {
    const ids = await publish("test.heard", 2);
    const dying: Pick<PgBoss, "insert"> = {
      insert: async (_queue, _given, options) => {
        await killConnection(options?.db);
        return [];
      },
    };
    await expect(relayOutbox({ boss: dying, listenersOf })).rejects.toThrow();
    expect((await waiting()).map((row) => row.id)).toEqual(ids);
  });

  test("[NTF-202] a message that no queue takes, or of an unknown topic, stays for later and holds up nobody", async () => {
    const [poisoned] = await publish("test.poisoned");
    const [unknown] = await publish("test.from_a_later_version");
    const ids = await publish("test.heard", 3);
    expect(await relayOutbox({ boss, listenersOf })).toBe(5);
    expect(await jobs()).toEqual(ids);
    const left = [poisoned, unknown].sort().map((id) => ({ id, is_due: false }));
    expect(await waiting()).toEqual(left);
    // Once its time has come and somebody knows it, it is handed over.
    await database.query("UPDATE outbox SET available_at = governance_now()");
    const everybody = (topic: string) => listenersOf(topic === "test.from_a_later_version" ? "test.heard" : topic);
    await relayOutbox({ boss, listenersOf: everybody });
    expect(await jobs()).toEqual([...ids, unknown].sort());
    expect((await waiting()).map((row) => row.id)).toEqual([poisoned]);
  });

  test("[NTF-110] a message for later is not taken before its time", async () => {
    await publish("test.heard");
    await database.query("UPDATE outbox SET available_at = governance_now() + interval '1 hour'");
    expect(await relayOutbox({ boss, listenersOf })).toBe(0);
    await database.setClock({ offsetMilliseconds: 3_600_000 });
    expect(await relayOutbox({ boss, listenersOf })).toBe(1);
    await database.setClock("real");
  });
});
