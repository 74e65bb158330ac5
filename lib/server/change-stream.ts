// Hears what every process announces (`lib/db/change-feed.ts`): one LISTEN connection per process, opened for the first
// listener, renewed when it breaks. What was said meanwhile is lost, so listeners are told to look for themselves.
import { Client } from "pg";
import { CHANGE_CHANNEL, type Change } from "../db/change-feed.ts";
import { env } from "../env.ts";
import { log } from "./log.ts";

export type ChangeListener = {
  readonly onChange: (change: Change) => void;
  /** Changes may have been missed; also called when the process is about to end. */
  readonly onGap: () => void;
};

type Stream = {
  readonly listeners: Set<ChangeListener>;
  client: Client | null;
  isConnecting: boolean;
  isClosed: boolean;
  failures: number;
};

const keep = globalThis as unknown as { gavelChangeStream?: Stream };
const LONGEST_PAUSE_MS = 5_000;

function stream(): Stream {
  keep.gavelChangeStream ??= {
    listeners: new Set(),
    client: null,
    isConnecting: false,
    isClosed: false,
    failures: 0,
  };
  return keep.gavelChangeStream;
}

/** Answers how to stop listening. After `closeChangeStream` there is nothing to hear: `onGap` is called at once. */
export function listenForChanges(listener: ChangeListener): () => void {
  const open = stream();
  if (open.isClosed) {
    listener.onGap();
    return () => undefined;
  }
  open.listeners.add(listener);
  if (open.client === null) void connect(open);
  return () => open.listeners.delete(listener);
}

/** Ends the connection and every listener, when the process ends. */
export async function closeChangeStream(): Promise<void> {
  const open = stream();
  open.isClosed = true;
  const { client } = open;
  open.client = null;
  tellAll(open, (listener) => listener.onGap());
  open.listeners.clear();
  await client?.end();
}

/** For tests that point the process to another database. */
export function forgetChangeStream(): void {
  keep.gavelChangeStream = undefined;
}

async function connect(open: Stream): Promise<void> {
  if (open.isConnecting || open.isClosed) return;
  open.isConnecting = true;
  const client = new Client({
    connectionString: env().DATABASE_URL,
    application_name: "gavel-changes",
    keepAlive: true,
    connectionTimeoutMillis: 5_000,
  });
  client.on("notification", ({ payload }) => deliver(open, payload));
  client.on("error", (error) => lose(open, client, error));
  client.on("end", () => lose(open, client, null));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANGE_CHANNEL}`);
    if (open.isClosed) return void (await client.end());
    open.client = client;
    if (open.failures > 0) tellAll(open, (listener) => listener.onGap());
    open.failures = 0;
  } catch (error) {
    retry(open, error);
    await client.end().catch(() => undefined);
  } finally {
    open.isConnecting = false;
  }
}

function lose(open: Stream, client: Client, error: Error | null): void {
  if (open.client !== client) return;
  open.client = null;
  retry(open, error);
}

function retry(open: Stream, error: unknown): void {
  if (open.isClosed) return;
  open.failures += 1;
  log().warn({ err: error, failures: open.failures }, "live updates lost their connection and connect again");
  const pauseMs = Math.min(LONGEST_PAUSE_MS, 100 * 2 ** open.failures);
  setTimeout(() => void connect(open), pauseMs).unref();
}

function deliver(open: Stream, payload: string | undefined): void {
  let change: Change;
  try {
    change = JSON.parse(payload ?? "") as Change;
  } catch (error) {
    log().warn({ err: error }, "an announcement of a change could not be read");
    return;
  }
  tellAll(open, (listener) => listener.onChange(change));
}

/** One listener's failure is not another's. */
function tellAll(open: Stream, tell: (listener: ChangeListener) => void): void {
  for (const listener of [...open.listeners]) {
    try {
      tell(listener);
    } catch (error) {
      log().error({ err: error }, "a listener for changes failed");
    }
  }
}
