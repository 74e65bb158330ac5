// Hands outbox messages to the queue: taken and put into the queue in one SQL transaction, so that a kill at any instant
// leaves each message in exactly one of the two places (AUD: at least once from there on). A message that cannot be handed
// over is put back for later and holds up nobody.
import type { PoolClient } from "pg";
import type { PgBoss } from "pg-boss";
import { database } from "../db/client.ts";
import { log } from "../server/log.ts";
import type { QueueName } from "./queues.ts";

export type OutboxRow = {
  readonly id: string;
  readonly organization_id: string;
  readonly topic: string;
  readonly payload: unknown;
  readonly request_id: string;
};

/** What a job carries: one message for one listener. */
export type JobData = {
  readonly topic: string;
  readonly listener: string;
  readonly organizationId: string;
  readonly payload: unknown;
  readonly requestId: string;
};

/** Who hears of a topic, and where their work queues. */
export type ListenerAddress = { readonly name: string; readonly queue: QueueName };

export type RelayOptions = {
  readonly boss: Pick<PgBoss, "insert">;
  /** Nobody (an empty list) is an answer; null when the topic is not known here. */
  readonly listenersOf: (topic: string) => readonly ListenerAddress[] | null;
  readonly limit?: number;
};

const PUT_BACK_SECONDS = 60;

/** Relays up to `limit` messages; answers how many it took. */
export async function relayOutbox(options: RelayOptions): Promise<number> {
  const client = await database().pool.connect();
  // Without a listener a connection that breaks here would end the process; the running query reports it as well.
  const onBreak = () => undefined;
  client.on("error", onBreak);
  let failure: Error | undefined;
  try {
    await client.query("BEGIN");
    const { rows } = await client.query<OutboxRow>("SELECT * FROM outbox_take($1)", [options.limit ?? 100]);
    await handOver(client, options, rows);
    await client.query("COMMIT");
    return rows.length;
  } catch (error) {
    failure = error instanceof Error ? error : new Error(String(error));
    // A broken connection rolls back by itself.
    await client.query("ROLLBACK").catch(() => undefined);
    throw error;
  } finally {
    if (failure === undefined) client.off("error", onBreak);
    client.release(failure);
  }
}

/** All together; when that fails one by one, so that only the ones at fault stay behind. */
async function handOver(client: PoolClient, options: RelayOptions, rows: readonly OutboxRow[]): Promise<void> {
  const known = rows.filter((row) => options.listenersOf(row.topic) !== null);
  for (const row of rows.filter((each) => !known.includes(each))) {
    await putBack(client, row, new Error("nobody here knows the topic"));
  }
  if (known.length === 0 || (await tryInsert(client, options, known))) return;
  for (const row of known) {
    if (!(await tryInsert(client, options, [row]))) await putBack(client, row, new Error("the queue did not take it"));
  }
}

/** All or none of them, inside the running transaction. */
async function tryInsert(client: PoolClient, options: RelayOptions, rows: readonly OutboxRow[]): Promise<boolean> {
  await client.query("SAVEPOINT hand_over");
  try {
    for (const [queue, jobs] of groupByQueue(rows, options.listenersOf)) {
      const db = { executeSql: (sql: string, values?: unknown[]) => client.query(sql, values) };
      const taken = await options.boss.insert(
        queue,
        jobs.map((data) => ({ data })),
        { db, returnId: true },
      );
      if (taken?.length !== jobs.length) throw new Error(`${queue} took ${taken?.length ?? 0} of ${jobs.length} jobs`);
    }
    await client.query("RELEASE SAVEPOINT hand_over");
    return true;
  } catch (error) {
    await client.query("ROLLBACK TO SAVEPOINT hand_over");
    log().warn({ err: error, messages: rows.length }, "messages could not be handed to the queue together");
    return false;
  }
}

function groupByQueue(rows: readonly OutboxRow[], listenersOf: RelayOptions["listenersOf"]): Map<QueueName, JobData[]> {
  const groups = new Map<QueueName, JobData[]>();
  for (const row of rows) {
    for (const { name, queue } of listenersOf(row.topic) ?? []) {
      groups.set(queue, [...(groups.get(queue) ?? []), toJobData(row, name)]);
    }
  }
  return groups;
}

async function putBack(client: PoolClient, message: OutboxRow, cause: Error): Promise<void> {
  const { id, topic, organization_id: organizationId, payload, request_id: requestId } = message;
  log().error({ err: cause, topic, id, organizationId }, "a message stays in the outbox and is tried again later");
  await client.query("SELECT set_config('app.organization_id', $1, true)", [organizationId]);
  await client.query(
    `INSERT INTO outbox (organization_id, id, topic, payload, request_id, available_at)
     VALUES ($1, $2, $3, $4::jsonb, $5, governance_now() + make_interval(secs => $6))`,
    [organizationId, id, topic, JSON.stringify(payload), requestId, PUT_BACK_SECONDS],
  );
}

function toJobData(message: OutboxRow, listener: string): JobData {
  return {
    topic: message.topic,
    listener,
    organizationId: message.organization_id,
    payload: message.payload,
    requestId: message.request_id,
  };
}
