import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import { runUnitOfWork } from "../db/unit-of-work.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { MAIL_REQUESTED, notify } from "../governance/notifications/store.ts";
import { closeChangeStream, forgetChangeStream } from "../server/change-stream.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { findFreePort, startMailServer } from "../testing/mail-server.ts";
import { addMember, addOrganization } from "../testing/organization.ts";
import { setSurroundings } from "../testing/surroundings.ts";
import { deliverMail } from "./deliver-mail.ts";
import type { Listener } from "./listener.ts";
import { QUEUE_SCHEMA } from "./queues.ts";
import { type RunningJobs, startJobs } from "./runtime.ts";

const TOPICS: Readonly<Record<string, readonly Listener[]>> = {
  [MAIL_REQUESTED]: [{ name: "deliver_mail", queue: "notifications.mail", handle: deliverMail }],
};

let database: TestDatabase;
let organizationId: string;
let mira: PersonActor;
let port: number;
let jobs: RunningJobs | null = null;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  port = await findFreePort();
  setSurroundings({ SMTP_URL: `smtp://127.0.0.1:${port}`, SWEEP_EVERY_MS: "1000" });
  organizationId = await addOrganization(database);
  mira = await addMember(database, organizationId, "Mira Okafor");
});
afterEach(async () => {
  await jobs?.stop();
  jobs = null;
  await closeChangeStream();
  forgetChangeStream();
  await database.query("DELETE FROM outbox");
  await database.query(`DELETE FROM ${QUEUE_SCHEMA}.job`);
});

async function runJobs(): Promise<void> {
  jobs = await startJobs({ topics: TOPICS, closeProposal: async () => undefined, roundTasks: [] });
}

async function tell(...people: readonly PersonActor[]): Promise<void> {
  const actor = { kind: "system", organizationId, name: "test" } as const;
  await runUnitOfWork({ organizationId, actor, requestId: "request-1", effect: "write" }, async (tx) => {
    await notify(tx, {
      userIds: people.map((person) => person.userId),
      kind: "voting.vote_needed",
      title: "Your vote is needed: “Übergabe” €",
      body: "Claims triage 3.2",
      href: "/proposals/PRP-7K3M9Q2A",
    });
    tx.unchanged();
  });
}

const mails = () =>
  database.query<{ id: string; state: string; attempts: number; last_error: string | null }>(
    "SELECT id, state, attempts, last_error FROM mail_deliveries WHERE organization_id = $1 ORDER BY id",
    [organizationId],
  );

const actions = async () => {
  const rows = await database.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE organization_id = $1 ORDER BY number",
    [organizationId],
  );
  return rows.map((row) => row.action);
};

/** As the relay would hand it over; for two hands at once. */
async function messageOf(delivery: string, isLastAttempt = false) {
  const payload = { delivery };
  return { topic: MAIL_REQUESTED, listener: "deliver_mail", organizationId, payload, requestId: "r", isLastAttempt };
}

const soon = { timeout: 20_000, interval: 50 };

describe("mail", () => {
  test("[NTF-107] from the act to the mailbox: one mail, with its link, on record", async () => {
    const server = await startMailServer(port);
    await runJobs();
    await tell(mira);
    await expect.poll(async () => (await mails())[0]?.state, soon).toBe("sent");
    const [mail] = await mails();
    expect(server.letters.map((letter) => letter.to)).toEqual([mira.email]);
    const text = server.letters[0]?.text ?? "";
    expect(text).toContain("http://127.0.0.1:3000/proposals/PRP-7K3M9Q2A");
    expect(text).toContain(`Message-ID: <${mail?.id}@127.0.0.1>`);
    expect(text).toContain("=?UTF-8?");
    expect(await actions()).toEqual(["notifications.mail_attempted", "notifications.mail_sent"]);
    await server.stop();
  });

  test("[NTF-108] a mail server that is away: tried again, seen meanwhile, sent once when it is back", async () => {
    await runJobs();
    await tell(mira);
    await expect.poll(async () => (await mails())[0]?.state, soon).toBe("retrying");
    expect((await mails())[0]?.last_error).toContain("ECONNREFUSED");
    const server = await startMailServer(port);
    await expect.poll(async () => (await mails())[0]?.state, soon).toBe("sent");
    expect(server.letters).toHaveLength(1);
    expect(await actions()).toContain("notifications.mail_failed");
    await server.stop();
  });

  test("[NTF-108] one bad address is refused for good and holds up nobody else", async () => {
    const noor = await addMember(database, organizationId, "Noor Haddad");
    const server = await startMailServer(port, (to) => (to === mira.email ? 550 : null));
    await runJobs();
    await tell(mira, noor);
    const states = async () => (await mails()).map((mail) => mail.state).sort();
    await expect.poll(states, soon).toEqual(["failed", "sent"]);
    expect(server.letters.map((letter) => letter.to)).toEqual([noor.email]);
    const failed = await database.query<{ leaf: string }>(
      "SELECT leaf FROM audit_entries WHERE organization_id = $1 AND action = 'notifications.mail_failed'",
      [organizationId],
    );
    expect(failed).toHaveLength(1);
    expect(failed[0]?.leaf).toContain("smtp_550");
    expect(failed[0]?.leaf).not.toContain(mira.email);
    await server.stop();
  });

  test("[NTF-107] two hands at the same mail send it once", async () => {
    const server = await startMailServer(port);
    await tell(mira);
    const [mail] = await mails();
    const message = await messageOf(mail?.id ?? "");
    const results = await Promise.allSettled(Array.from({ length: 4 }, () => deliverMail(message)));
    expect(results.filter((result) => result.status === "fulfilled").length).toBeGreaterThanOrEqual(1);
    expect(server.letters).toHaveLength(1);
    await deliverMail(message);
    expect(server.letters).toHaveLength(1);
    expect((await mails())[0]).toMatchObject({ state: "sent", attempts: 1 });
    await server.stop();
  });

  test("[NTF-107] a claim whose holder was killed lapses, and the mail goes out under the same Message-ID", async () => {
    const server = await startMailServer(port);
    await tell(mira);
    const [mail] = await mails();
    const message = await messageOf(mail?.id ?? "");
    await database.query(
      "UPDATE mail_deliveries SET state = 'sending', attempts = 1, attempted_at = governance_now() WHERE id = $1",
      [mail?.id],
    );
    await expect(deliverMail(message)).rejects.toMatchObject({ code: "notifications.mail_in_hand" });
    expect(server.letters).toEqual([]);
    await database.setClock({ offsetMilliseconds: 91_000 });
    await deliverMail(message);
    await database.setClock("real");
    expect(server.letters).toHaveLength(1);
    expect(server.letters[0]?.text).toContain(`Message-ID: <${mail?.id}@127.0.0.1>`);
    expect((await mails())[0]).toMatchObject({ state: "sent", attempts: 2 });
    await server.stop();
  });

  test("[NTF-108] the last try used up is final and visible", async () => {
    await tell(mira);
    const [mail] = await mails();
    await deliverMail(await messageOf(mail?.id ?? "", true));
    expect((await mails())[0]).toMatchObject({ state: "failed", attempts: 1 });
  });

  test("[NTF-109] who left meanwhile gets no mail", async () => {
    const server = await startMailServer(port);
    await tell(mira);
    await database.query("UPDATE memberships SET ended_at = governance_now() WHERE user_id = $1", [mira.userId]);
    const [mail] = await mails();
    await deliverMail(await messageOf(mail?.id ?? ""));
    expect(server.letters).toEqual([]);
    expect((await mails())[0]).toMatchObject({ state: "failed", attempts: 0 });
    await server.stop();
  });
});
