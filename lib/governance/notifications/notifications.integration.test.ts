import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { runUnitOfWork } from "../../db/unit-of-work.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addMember, addOrganization } from "../../testing/organization.ts";
import { setSurroundings } from "../../testing/surroundings.ts";
import type { PersonActor } from "../kernel/actor.ts";
import type { Notice } from "./notice.ts";
import { listMail } from "./operations/list-mail.ts";
import { listNotifications } from "./operations/list-notifications.ts";
import { markAllRead } from "./operations/mark-all-read.ts";
import { markRead } from "./operations/mark-read.ts";
import { requeueMail } from "./operations/requeue-mail.ts";
import { summarizeNotifications } from "./operations/summarize-notifications.ts";
import { notify } from "./store.ts";

let database: TestDatabase;
let organizationId: string;
let mira: PersonActor;
let night: PersonActor;
let admin: PersonActor;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  organizationId = await addOrganization(database);
  mira = await addMember(database, organizationId, "Mira Okafor");
  night = await addMember(database, organizationId, "Noor Haddad", { quietFromHour: 22, quietUntilHour: 7 });
  admin = await addMember(database, organizationId, "Ada Berg", { roles: ["admin"] });
});
afterEach(async () => {
  setMailServer(undefined);
  await database.setClock("real");
});

const setMailServer = (url: string | undefined) => setSurroundings({ SMTP_URL: url });

const notice = (userIds: readonly string[], more: Partial<Notice> = {}): Notice => ({
  userIds,
  kind: "voting.vote_needed",
  title: "Your vote is needed",
  body: "Claims triage 3.2",
  href: "/proposals/PRP-7K3M9Q2A",
  ...more,
});

/** As an act of another room would: one transaction, one audit entry. */
function tell(given: Notice, fail = false): Promise<number> {
  const actor = { kind: "system", organizationId, name: "test" } as const;
  return runUnitOfWork({ organizationId, actor, requestId: "test", effect: "write" }, async (tx) => {
    const told = await notify(tx, given);
    if (fail) throw new Error("the act fails after telling");
    tx.unchanged();
    return told;
  });
}

const countRows = async () => {
  const [row] = await database.query<{ notifications: number; mail: number; outbox: number }>(
    `SELECT (SELECT count(*)::int FROM notifications WHERE organization_id = $1) AS notifications,
            (SELECT count(*)::int FROM mail_deliveries WHERE organization_id = $1) AS mail,
            (SELECT count(*)::int FROM outbox WHERE organization_id = $1) AS outbox`,
    [organizationId],
  );
  return row;
};

describe("telling", () => {
  test("[NTF-101] active members are told once each, those who left and strangers are not", async () => {
    const left = await addMember(database, organizationId, "Lee Left", { endedAt: "2026-01-01T00:00:00Z" });
    const stranger = await addMember(database, await addOrganization(database), "Sam Stranger");
    const told = await tell(notice([mira.userId, mira.userId, left.userId, stranger.userId]));
    expect(told).toBe(1);
    const { items } = await invoke(listNotifications, { actor: mira, input: {} });
    expect(items).toMatchObject([{ title: "Your vote is needed", href: "/proposals/PRP-7K3M9Q2A", readAt: null }]);
    expect((await invoke(listNotifications, { actor: stranger, input: {} })).items).toEqual([]);
  });

  test("[NTF-106] the same source key reaches a person once, also when two tell at the same time", async () => {
    const keyed = notice([mira.userId, night.userId], { sourceKey: "reviews.due:2026-11-20" });
    const told = await Promise.all([tell(keyed), tell(keyed), tell(keyed)]);
    expect(told.reduce((sum, count) => sum + count, 0)).toBe(2);
    expect(await tell(keyed)).toBe(0);
    expect(await tell(notice([mira.userId], { sourceKey: "reviews.due:2026-11-21" }))).toBe(1);
  });

  test("[NTF-110] an act that fails tells nobody and mails nobody", async () => {
    setMailServer("smtp://127.0.0.1:1");
    await expect(tell(notice([mira.userId]), true)).rejects.toThrow("fails after telling");
    expect(await countRows()).toEqual({ notifications: 0, mail: 0, outbox: 0 });
    await tell(notice([mira.userId]));
    expect(await countRows()).toEqual({ notifications: 1, mail: 1, outbox: 1 });
  });

  test("[NTF-110] many are mailed once each, however often the clock ticks meanwhile", async () => {
    setMailServer("smtp://127.0.0.1:1");
    const members = await database.query<{ id: string }>(
      `WITH made AS (
         INSERT INTO users (id, email, name) SELECT id, id || '@example.org', 'Somebody'
         FROM (SELECT gen_random_uuid() AS id FROM generate_series(1, 2000)) AS fresh RETURNING id)
       INSERT INTO memberships (organization_id, user_id, granted_roles, digest_hour)
       SELECT $1, id, '{model_owner}', 17 FROM made RETURNING user_id AS id`,
      [organizationId],
    );
    await tell(notice(members.map(({ id }) => id)));
    expect(await countRows()).toEqual({ notifications: 2000, mail: 2000, outbox: 2000 });
  });

  test("[NTF-111] without a mail server no mail is planned", async () => {
    await tell(notice([mira.userId]));
    expect(await countRows()).toEqual({ notifications: 1, mail: 0, outbox: 0 });
  });

  test.each([
    ["[NTF-103] normal, for who has no quiet hours", "normal", "mira", "2026-11-20T23:30:00.000Z"],
    ["[NTF-103] normal, for who sleeps", "normal", "night", "2026-11-21T06:00:00.000Z"],
    ["[NTF-102] critical, for who sleeps", "critical", "night", "2026-11-20T23:30:00.000Z"],
    ["[NTF-104] low, at the digest hour", "low", "night", "2026-11-21T16:00:00.000Z"],
  ] as const)("%s: the message to the jobs is due then", async (_name, urgency, who, dueAt) => {
    await database.setClock({ at: "2026-11-20T23:30:00.000Z" });
    setMailServer("smtp://127.0.0.1:1");
    await tell(notice([{ mira, night }[who].userId], { urgency }));
    const rows = await database.query<{ available_at: Date; deliver_after: Date; id: string; delivery: string }>(
      `SELECT o.available_at, d.deliver_after, d.id, o.payload->>'delivery' AS delivery
       FROM outbox o JOIN mail_deliveries d USING (organization_id) WHERE organization_id = $1`,
      [organizationId],
    );
    expect(rows.map((row) => [row.available_at.toISOString(), row.deliver_after.toISOString()])).toEqual([
      [dueAt, dueAt],
    ]);
    expect(rows[0]?.delivery).toBe(rows[0]?.id);
  });
});

describe("reading", () => {
  test("[NTF-101] people mark their own as read, one or all, and it is on record", async () => {
    for (const title of ["one", "two", "three"]) await tell(notice([mira.userId, night.userId], { title }));
    const before = await invoke(summarizeNotifications, { actor: mira, input: {} });
    expect({ unread: before.unread, titles: before.latest.map((item) => item.title) }).toEqual({
      unread: 3,
      titles: ["three", "two", "one"],
    });
    const [latest] = before.latest;
    const own = { notification: latest?.id ?? "" };
    await expect(invoke(markRead, { actor: night, input: own })).rejects.toMatchObject({ code: "kernel.not_found" });
    expect(await invoke(markRead, { actor: mira, input: own })).toEqual({ marked: 1 });
    expect(await invoke(markRead, { actor: mira, input: own })).toEqual({ marked: 0 });
    expect(await invoke(markAllRead, { actor: mira, input: {} })).toEqual({ marked: 2 });
    expect((await invoke(summarizeNotifications, { actor: mira, input: {} })).unread).toBe(0);
    expect((await invoke(summarizeNotifications, { actor: night, input: {} })).unread).toBe(3);
    const entries = await database.query<{ subject_type: string }>(
      "SELECT subject_type FROM audit_entries WHERE organization_id = $1 AND action = 'notifications.marked_read' ORDER BY number",
      [organizationId],
    );
    expect(entries.map((entry) => entry.subject_type)).toEqual(["notification", "person"]);
  });

  test("[NTF-101] the list pages without gaps and filters unread", async () => {
    for (let count = 1; count <= 5; count += 1) await tell(notice([mira.userId], { title: `${count}` }));
    const titles: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await invoke(listNotifications, { actor: mira, input: { limit: 2, isUnread: true, cursor } });
      titles.push(...page.items.map((item) => item.title));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(titles).toEqual(["5", "4", "3", "2", "1"]);
    expect((await invoke(listNotifications, { actor: mira, input: { isUnread: false } })).items).toEqual([]);
  });
});

describe("mail seen by admins", () => {
  test("[NTF-108] a failed mail is listed and can be sent again, once; others may not look", async () => {
    setMailServer("smtp://127.0.0.1:1");
    await tell(notice([mira.userId]));
    await database.query(
      "UPDATE mail_deliveries SET state = 'failed', last_error = '550 no' WHERE organization_id = $1",
      [organizationId],
    );
    const { items } = await invoke(listMail, { actor: admin, input: { state: "failed" } });
    expect(items).toMatchObject([{ recipient: { name: "Mira Okafor" }, lastError: "550 no", state: "failed" }]);
    const input = { delivery: items[0]?.id ?? "" };
    await expect(invoke(listMail, { actor: mira, input: {} })).rejects.toMatchObject({ code: "kernel.not_permitted" });
    expect(await invoke(requeueMail, { actor: admin, input })).toEqual({ state: "queued" });
    await expect(invoke(requeueMail, { actor: admin, input })).rejects.toMatchObject({
      code: "notifications.mail_not_failed",
    });
    expect((await countRows())?.outbox).toBe(2);
  });
});
