import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addMember, addOrganization } from "../../testing/organization.ts";
import type { PersonActor, SystemActor } from "../kernel/actor.ts";
import { isOverdue } from "./action-item.ts";
import { changeAction } from "./operations/change-action.ts";
import { createFollowUps } from "./operations/create-follow-ups.ts";
import { listActions } from "./operations/list-actions.ts";
import { releaseActions } from "./operations/release-actions.ts";
import { remindActions } from "./operations/remind-actions.ts";

let database: TestDatabase;
let organizationId: string;
let system: SystemActor;
let owner: PersonActor;
let chair: PersonActor;
let admin: PersonActor;

const DECIDED_AT = "2026-11-20T12:00:00.000Z";
const DAY_MS = 86_400_000;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  await database.setClock({ at: DECIDED_AT });
  organizationId = await addOrganization(database);
  system = systemActor(organizationId, "test");
  owner = await addMember(database, organizationId, "Mira Okafor");
  chair = await addMember(database, organizationId, "Cho Park", { roles: [], seat: "chair" });
  admin = await addMember(database, organizationId, "Ada Berg", { roles: ["admin"] });
});
afterEach(() => database.setClock("real"));

async function decide(): Promise<string> {
  const reference = `DEC-${randomUUID().slice(0, 8).toUpperCase()}`;
  await database.query(
    `INSERT INTO decisions (organization_id, reference, kind, outcome, title, why, conditions, decided_at)
     VALUES ($1, $2, 'model_approval', 'conditional', 'Claims triage 3.2', 'passed', '[]', $3)`,
    [organizationId, reference, DECIDED_AT],
  );
  return reference;
}

const request = (decisionReference: string, ownerUserId: string | null = owner.userId) => ({
  decisionReference,
  proposalReference: "PRP-7K3M9Q2A",
  modelReference: null,
  outcome: "conditional",
  conditions: [
    { text: "Human review above 50 k", dueDays: 30 },
    { text: "Bias audit", dueDays: 10 },
  ],
  ownerUserId,
});

const create = (decision: string, ownerUserId?: string | null) =>
  invoke(createFollowUps, { actor: system, input: request(decision, ownerUserId) });
const list = async (actor: PersonActor, input: object = {}) => (await invoke(listActions, { actor, input })).items;
const noticesOf = (person: PersonActor) =>
  database.query<{ kind: string; title: string }>(
    "SELECT kind, title FROM notifications WHERE user_id = $1 ORDER BY id",
    [person.userId],
  );
const afterDays = (days: number) => new Date(Date.parse(DECIDED_AT) + days * DAY_MS);

describe("follow-ups of a decision", () => {
  test("[MTG-103] [MTG-106] one item per condition for the owner, who is told", async () => {
    const decision = await decide();
    expect((await create(decision)).created).toHaveLength(2);
    expect(await list(owner, { isMine: true })).toMatchObject([
      { title: "Bias audit", dueAt: afterDays(10).toISOString(), assignee: { name: "Mira Okafor" }, status: "open" },
      { title: "Human review above 50 k", source: { kind: "condition", reference: decision } },
    ]);
    expect(await noticesOf(owner)).toEqual([
      { kind: "meetings.action_assigned", title: "2 follow-ups for you: Claims triage 3.2" },
    ]);
    expect(await noticesOf(chair)).toEqual([]);
  });

  test("[MTG-105] the event delivered again, also at the same time, gives nothing new", async () => {
    const decision = await decide();
    const rounds = await Promise.all([create(decision), create(decision), create(decision)]);
    expect(rounds.flatMap((round) => round.created)).toHaveLength(2);
    expect((await create(decision)).created).toEqual([]);
    expect(await list(owner)).toHaveLength(2);
    expect(await noticesOf(owner)).toHaveLength(1);
    const entries = await database.query(
      "SELECT 1 FROM audit_entries WHERE organization_id = $1 AND action = 'meetings.follow_ups_created'",
      [organizationId],
    );
    expect(entries).toHaveLength(1);
  });

  test("[MTG-106] without an owner the chair and the admins are told", async () => {
    await create(await decide(), null);
    const told = { kind: "meetings.action_unassigned", title: "2 follow-ups without an owner: Claims triage 3.2" };
    expect(await noticesOf(chair)).toEqual([told]);
    expect(await noticesOf(admin)).toEqual([told]);
    expect((await list(admin)).map((item) => item.assignee)).toEqual([null, null]);
  });

  test("[MTG-103] an unknown decision is not there", async () => {
    await expect(create("DEC-00000000")).rejects.toMatchObject({ code: "kernel.not_found" });
  });
});

describe("the list", () => {
  test("[MTG-4] the database's overdue is the rule's", async () => {
    await create(await decide());
    for (const days of [9.999, 10, 29.999, 30, 31]) {
      await database.setClock({ at: afterDays(days) });
      const all = await list(owner);
      const overdue = await list(owner, { isOverdue: true });
      const expected = all.filter((item) =>
        isOverdue({ status: item.status, dueAt: new Date(item.dueAt) }, afterDays(days)),
      );
      expect(overdue.map((item) => item.reference)).toEqual(expected.map((item) => item.reference));
      expect(all.filter((item) => item.isOverdue)).toEqual(expected);
      expect(await list(owner, { isOverdue: false })).toHaveLength(2 - expected.length);
    }
  });

  test("[MTG-4] pages by due date without gaps and filters", async () => {
    for (let count = 0; count < 3; count += 1) await create(await decide());
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await invoke(listActions, { actor: chair, input: { limit: 2, cursor } });
      seen.push(...page.items.map((item) => item.reference));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toHaveLength(6);
    expect(new Set(seen).size).toBe(6);
    expect(await list(chair, { isMine: true })).toEqual([]);
    expect(await list(chair, { status: ["completed"] })).toEqual([]);
    const [one] = await list(chair);
    const about = one?.model?.reference ?? "";
    expect((await list(chair, { model: about })).every((item) => item.model?.reference === about)).toBe(true);
    expect(await list(chair, { model: "MDL-00000000" })).toEqual([]);
    const stranger = await addMember(database, await addOrganization(database), "Sam Stranger");
    expect(await list(stranger)).toEqual([]);
  });

  test("[MTG-4] a cursor nobody gave is refused", async () => {
    await expect(list(owner, { cursor: "nonsense" })).rejects.toMatchObject({ code: "kernel.invalid_input" });
  });
});

describe("acting on a follow-up", () => {
  const change = (actor: PersonActor, reference: string, act: string, note?: string) =>
    invoke(changeAction, { actor, input: { reference, act, ...(note === undefined ? {} : { note }) } });

  test("[MTG-101] [MTG-102] start and complete, by those who may; it is on record without the note", async () => {
    await create(await decide());
    const [item] = await list(owner);
    const reference = item?.reference ?? "";
    const other = await addMember(database, organizationId, "Oto Other");
    await expect(change(other, reference, "start")).rejects.toMatchObject({ code: "meetings.not_your_action" });
    expect(await change(owner, reference, "start")).toEqual({ reference, status: "in_progress" });
    await expect(change(owner, reference, "complete")).rejects.toMatchObject({
      code: "kernel.invalid_input",
      errors: [{ path: "note" }],
    });
    expect(await change(chair, reference, "complete", "Audited by Noor")).toEqual({ reference, status: "completed" });
    await expect(change(owner, reference, "cancel", "again")).rejects.toMatchObject({ code: "meetings.act_not_open" });
    const [entry] = await database.query<{ leaf: string; personal: { note: string } }>(
      "SELECT leaf, personal FROM audit_entries WHERE organization_id = $1 AND action = 'meetings.action_changed' ORDER BY number DESC",
      [organizationId],
    );
    expect(entry?.leaf).not.toContain("Noor");
    expect(entry?.personal).toEqual({ note: "Audited by Noor" });
    expect((await list(owner, { status: ["completed"] }))[0]).toMatchObject({
      closingNote: "Audited by Noor",
      acts: [],
    });
  });

  test("[MTG-102] complete and cancel at once: one wins, the other is told", async () => {
    await create(await decide());
    const [item] = await list(owner);
    const reference = item?.reference ?? "";
    const both = await Promise.allSettled([
      change(owner, reference, "complete", "done"),
      change(admin, reference, "cancel", "not needed"),
    ]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "meetings.act_not_open" },
    });
  });

  test("[MTG-101] an item of another organisation is not there", async () => {
    await create(await decide());
    const [item] = await list(owner);
    const stranger = await addMember(database, await addOrganization(database), "Sam Stranger", { roles: ["admin"] });
    await expect(change(stranger, item?.reference ?? "", "start")).rejects.toMatchObject({ code: "kernel.not_found" });
  });
});

describe("reminders", () => {
  const remind = () => invoke(remindActions, { actor: system, input: {} });

  test("[MTG-107] due soon to the assignee, overdue to assignee and chair, each once", async () => {
    await create(await decide());
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 0 });
    await database.setClock({ at: afterDays(7) });
    expect(await remind()).toEqual({ dueSoon: 1, overdue: 0 });
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 0 });
    await database.setClock({ at: afterDays(10) });
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 1 });
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 0 });
    const titles = async (person: PersonActor) => (await noticesOf(person)).map((row) => row.title).slice(-2);
    expect(await titles(owner)).toEqual(["Due soon: Bias audit", "Overdue: Bias audit"]);
    expect(await titles(chair)).toEqual(["Overdue: Bias audit"]);
  });

  test("[MTG-107] a finished item reminds nobody", async () => {
    await create(await decide());
    for (const item of await list(owner)) {
      await invoke(changeAction, { actor: owner, input: { reference: item.reference, act: "cancel", note: "no" } });
    }
    await database.setClock({ at: afterDays(40) });
    expect(await remind()).toEqual({ dueSoon: 0, overdue: 0 });
  });
});

describe("leaving", () => {
  test("[MTG-108] who left loses unfinished items; who came back meanwhile keeps them", async () => {
    await create(await decide());
    const release = () => invoke(releaseActions, { actor: system, input: { userId: owner.userId } });
    expect((await release()).released).toEqual([]);
    await database.query("UPDATE memberships SET ended_at = governance_now() WHERE user_id = $1", [owner.userId]);
    expect((await release()).released).toHaveLength(2);
    expect((await release()).released).toEqual([]);
    expect((await list(admin)).map((item) => item.assignee)).toEqual([null, null]);
    expect((await noticesOf(chair)).at(-1)?.title).toBe("2 follow-ups have no owner any more");
  });
});
