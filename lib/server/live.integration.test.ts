import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { database as appDatabase, disconnectDatabase } from "../db/client.ts";
import { runUnitOfWork } from "../db/unit-of-work.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addMember, addOrganization } from "../testing/organization.ts";
import { setSurroundings } from "../testing/surroundings.ts";
import { streamChanges } from "./change-events.ts";
import { closeChangeStream, forgetChangeStream, listenForChanges } from "./change-stream.ts";
import { readHealth } from "./health.ts";

let database: TestDatabase;
let mira: PersonActor;
let stranger: PersonActor;
let gone: AbortController;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  mira = await addMember(database, await addOrganization(database), "Mira Okafor");
  stranger = await addMember(database, await addOrganization(database), "Sam Stranger");
  gone = new AbortController();
});
afterEach(async () => {
  gone.abort();
  await closeChangeStream();
  forgetChangeStream();
});

/** Reads a stream to its end in the background. */
function open(actor: PersonActor, isStillAllowed = async () => true, heartbeatMs = 60_000) {
  const response = streamChanges({ actor, isStillAllowed, signal: gone.signal, heartbeatMs });
  const seen = { text: "", hasEnded: false };
  void (async () => {
    const reader = response.body?.getReader();
    const decoder = new TextDecoder();
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      seen.text += decoder.decode(part.value, { stream: true });
    }
    seen.hasEnded = true;
  })();
  const events = () =>
    seen.text
      .split("\n")
      .filter((line) => line.startsWith("data: "))
      .map((line) => JSON.parse(line.slice(6)) as unknown);
  return { response, seen, events };
}

function act(actor: PersonActor, action: string, reference: string): Promise<unknown> {
  const { organizationId } = actor;
  return runUnitOfWork({ organizationId, actor, requestId: "r", effect: "write" }, (tx) =>
    tx.record({ action, subject: { type: "proposal", reference }, details: { secret: "stays out" } }),
  );
}

/** The connection that listens is there: what is announced from now on is heard. */
async function untilListening(): Promise<void> {
  const listening = async () => {
    const { rows } = await appDatabase().pool.query(
      "SELECT pid FROM pg_stat_activity WHERE application_name = 'gavel-changes' AND datname = current_database() AND query LIKE 'LISTEN%' AND state = 'idle'",
    );
    return rows.length;
  };
  await expect.poll(listening, { timeout: 10_000, interval: 20 }).toBe(1);
}

const soon = { timeout: 10_000, interval: 20 };

describe("the live stream", () => {
  test("tells what changed in the caller's organisation, and nothing else", async () => {
    const own = open(mira);
    const foreign = open(stranger);
    await untilListening();
    await act(mira, "voting.ballot_cast", "PRP-7K3M9Q2A");
    await act(stranger, "voting.proposal_opened", "PRP-00000000");
    await expect.poll(own.events, soon).toEqual([{ area: "voting", reference: "PRP-7K3M9Q2A", change: "ballot_cast" }]);
    await expect
      .poll(foreign.events, soon)
      .toEqual([{ area: "voting", reference: "PRP-00000000", change: "proposal_opened" }]);
    expect(own.response.headers.get("content-type")).toBe("text/event-stream; charset=utf-8");
    expect(own.seen.text + foreign.seen.text).not.toContain("secret");
  });

  test("keeps the connection alive and ends when the session does", async () => {
    let isAllowed = true;
    const stream = open(mira, async () => isAllowed, 20);
    await expect.poll(() => stream.seen.text, soon).toContain(": still here");
    expect(stream.seen.hasEnded).toBe(false);
    isAllowed = false;
    await expect.poll(() => stream.seen.hasEnded, soon).toBe(true);
  });

  test("asks at once when something about people changed", async () => {
    const stream = open(mira, async () => false);
    await untilListening();
    await act(mira, "voting.ballot_cast", "PRP-7K3M9Q2A");
    await expect.poll(stream.events, soon).toHaveLength(1);
    expect(stream.seen.hasEnded).toBe(false);
    await act(mira, "identity.session_ended", "somebody");
    await expect.poll(() => stream.seen.hasEnded, soon).toBe(true);
  });

  test("a check that fails keeps the stream: the database's absence says nothing about the session", async () => {
    let asked = 0;
    const failing = async () => {
      asked += 1;
      throw new Error("away");
    };
    const stream = open(mira, failing, 20);
    await expect.poll(() => asked, soon).toBeGreaterThan(2);
    expect(stream.seen.hasEnded).toBe(false);
  });

  test("a lost connection ends the streams, so that browsers look for themselves; the next one hears again", async () => {
    const before = open(mira);
    await untilListening();
    await appDatabase().pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'gavel-changes' AND datname = current_database()",
    );
    await expect.poll(() => before.seen.hasEnded, soon).toBe(true);
    const after = open(mira);
    await untilListening();
    await act(mira, "voting.ballot_cast", "PRP-7K3M9Q2A");
    await expect.poll(after.events, soon).toHaveLength(1);
  });

  test("many streams share one connection; the end of the process ends them all and refuses new ones", async () => {
    const streams = [open(mira), open(mira), open(stranger)];
    await untilListening();
    await closeChangeStream();
    await expect.poll(() => streams.every((stream) => stream.seen.hasEnded), soon).toBe(true);
    let gaps = 0;
    listenForChanges({ onChange: () => undefined, onGap: () => (gaps += 1) });
    expect(gaps).toBe(1);
    const late = open(mira);
    await expect.poll(() => late.seen.hasEnded, soon).toBe(true);
  });

  test("a browser that goes away is forgotten", async () => {
    const stream = open(mira, async () => true, 20);
    await expect.poll(() => stream.seen.text, soon).toContain(": still here");
    gone.abort();
    await expect.poll(() => stream.seen.hasEnded, soon).toBe(true);
  });
});

describe("health", () => {
  test("is well on a fresh database, sees what waits too long and a record that is cut", async () => {
    expect(await readHealth("1")).toEqual({ status: "ok", database: "ok", jobs: "ok", audit: "ok", version: "1" });
    await database.query(
      `INSERT INTO outbox (organization_id, topic, payload, request_id, available_at)
       VALUES ($1, 'test', '{}', 'r', governance_now() - interval '2 minutes')`,
      [mira.organizationId],
    );
    expect(await readHealth("1")).toMatchObject({ status: "degraded", jobs: "behind", audit: "ok" });
    await database.query("DELETE FROM outbox");
    await act(mira, "voting.ballot_cast", "PRP-7K3M9Q2A");
    expect(await readHealth("1")).toMatchObject({ status: "ok", audit: "ok" });
    await database.query("UPDATE audit_heads SET size = size + 1 WHERE organization_id = $1", [mira.organizationId]);
    expect(await readHealth("1")).toMatchObject({ status: "degraded", audit: "damaged" });
  });

  test("without its database it says so, soon and without a secret", async () => {
    const url = new URL(database.appUrl);
    url.port = "1";
    await disconnectDatabase();
    setSurroundings({ DATABASE_URL: url.href });
    const health = await readHealth("1");
    await disconnectDatabase();
    setSurroundings({ DATABASE_URL: database.appUrl });
    expect(health).toEqual({ status: "degraded", database: "away", jobs: "unknown", audit: "unknown", version: "1" });
  });
});
