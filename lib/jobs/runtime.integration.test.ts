import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import { closeChangeStream, forgetChangeStream } from "../server/change-stream.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addOrganization } from "../testing/organization.ts";
import type { JobMessage, Listener } from "./listener.ts";
import { QUEUE_SCHEMA } from "./queues.ts";
import { type JobsSetup, type RunningJobs, startJobs } from "./runtime.ts";

let database: TestDatabase;
let organizationId: string;
let jobs: RunningJobs | null = null;

const soon = { timeout: 20_000, interval: 50 };

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  organizationId = await addOrganization(database);
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
  await closeChangeStream();
  forgetChangeStream();
  await database.query("DELETE FROM outbox");
  await database.query(`DELETE FROM ${QUEUE_SCHEMA}.job`);
});

async function run(topics: JobsSetup["topics"]): Promise<void> {
  jobs = await startJobs({ topics, closeProposal: async () => undefined, roundTasks: [] });
}

const listener = (handle: Listener["handle"], giveUp?: Listener["giveUp"]): Listener => ({
  name: "listener",
  queue: "outbox.deliver",
  handle,
  ...(giveUp === undefined ? {} : { giveUp }),
});

const publish = (topic: string, requestId: string) =>
  database.query("INSERT INTO outbox (organization_id, topic, payload, request_id) VALUES ($1, $2, '{}', $3)", [
    organizationId,
    topic,
    requestId,
  ]);

describe("jobs", () => {
  test("[NTF-202] one that always fails holds up no other, is told of when it is given up, and ends among the dead letters", async () => {
    const heard: string[] = [];
    const givenUp: string[] = [];
    const failing = listener(
      async () => {
        throw new Error("poisoned");
      },
      async ({ requestId }, error) => {
        givenUp.push(`${requestId}: ${String(error)}`);
      },
    );
    const hearing = listener(async ({ requestId }) => {
      heard.push(requestId);
    });
    // Tries that take minutes are cut short: this one is on its last.
    await database.query(`UPDATE ${QUEUE_SCHEMA}.queue SET retry_limit = 0 WHERE name = 'outbox.deliver'`);
    await publish("test.poisoned", "first");
    await publish("test.heard", "second");
    await run({ "test.poisoned": [failing], "test.heard": [hearing] });
    await expect.poll(() => heard, soon).toEqual(["second"]);
    const dead = () =>
      database.query(`SELECT data->>'requestId' AS id FROM ${QUEUE_SCHEMA}.job WHERE name = 'dead-letter'`);
    await expect.poll(dead, soon).toEqual([{ id: "first" }]);
    expect(givenUp).toEqual(["first: Error: poisoned"]);
    await database.query(`UPDATE ${QUEUE_SCHEMA}.queue SET retry_limit = 8 WHERE name = 'outbox.deliver'`);
  });

  test("[NTF-203] what waits is worked off without a pause between two", async () => {
    const heard = new Set<string>();
    const hearing = listener(async ({ requestId }) => {
      heard.add(requestId);
    });
    // One a second and worker would take half a minute.
    for (let count = 0; count < 60; count += 1) await publish("test.heard", `message ${count}`);
    await run({ "test.heard": [hearing] });
    await expect.poll(() => heard.size, { timeout: 10_000, interval: 50 }).toBe(60);
  });

  test("[NTF-201] a job whose process was killed is taken up again by its silent heartbeat", async () => {
    const seen: JobMessage[] = [];
    const hearing = listener(async (message) => {
      seen.push(message);
    });
    await run({ "test.heard": [hearing] });
    await jobs?.stop();
    jobs = null;
    // As a killed process leaves it: taken, and not heard of since.
    const data = { topic: "test.heard", listener: "listener", organizationId, payload: {}, requestId: "held" };
    await database.query(
      `INSERT INTO ${QUEUE_SCHEMA}.job (name, data, state, started_on, heartbeat_on, heartbeat_seconds, expire_seconds,
         retry_limit, retry_delay, retry_backoff, keep_until, policy)
       SELECT 'outbox.deliver', $1, 'active', now() - interval '20 seconds', now() - interval '16 seconds', 15,
         q.expire_seconds, q.retry_limit, 0, false, now() + interval '1 day', q.policy
       FROM ${QUEUE_SCHEMA}.queue q WHERE q.name = 'outbox.deliver'`,
      [JSON.stringify(data)],
    );
    await run({ "test.heard": [hearing] });
    await expect.poll(() => seen.map((message) => message.requestId), soon).toEqual(["held"]);
  });

  test("[NTF-201] what failed for now is tried again, and stopping waits for the work under way", async () => {
    let tries = 0;
    let finish: () => void = () => undefined;
    let isFinished = false;
    const slow = listener(async () => {
      tries += 1;
      if (tries === 1) throw new Error("not yet");
      await new Promise<void>((resolve) => {
        finish = resolve;
      });
      isFinished = true;
    });
    await publish("test.heard", "slow");
    await run({ "test.heard": [slow] });
    await expect.poll(() => tries, soon).toBe(2);
    const stopped = jobs?.stop();
    jobs = null;
    expect(isFinished).toBe(false);
    finish();
    await stopped;
    expect(isFinished).toBe(true);
    const rows = await database.query(`SELECT state::text FROM ${QUEUE_SCHEMA}.job WHERE name = 'outbox.deliver'`);
    expect(rows).toEqual([{ state: "completed" }]);
  });
});
