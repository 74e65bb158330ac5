// VOT-12 on the real thing: what passed is carried out once, whatever fails, races or dies on the way.
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { arrange } from "../../testing/identity-world.ts";
import { allSayYes, closeAtDeadline, closeDue, propose, trust } from "../../testing/trust-weighted.ts";
import { changeSettings } from "../identity/operations/change-settings.ts";
import { readSetting } from "../identity/store.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { executeProposal } from "./operations/execute-proposal.ts";
import { readProposal } from "./operations/read-proposal.ts";

const OVER = "2026-03-06T09:00:00.000Z";
const HOURS = "voting.defaultHours";
let database: TestDatabase;
let world: BoardWorld;
let voters: PersonActor[];

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await database.setClock({ at: "2026-03-02T09:00:00.000Z" });
  world = await buildBoard();
  voters = [await trust(database, world.chair, "core"), await trust(database, world.technical, "trusted")];
});
afterAll(() => database.stop());

const setting = () => arrange(world.organizationId, (tx) => readSetting(tx, HOURS));
const set = (hours: number) => invoke(changeSettings, { actor: world.admin, input: { settings: { [HOURS]: hours } } });
const execute = (reference: string, actor = world.chair) => invoke(executeProposal, { actor, input: { reference } });
const entries = async (reference: string) => {
  const rows = await database.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE subject_reference = $1 ORDER BY number",
    [reference],
  );
  return rows.map((row) => row.action).filter((action) => !/ballot|created|opened/u.test(action));
};

/** 72 -> 96 hours, voted for. */
async function votedFor(newValue = 96): Promise<string> {
  const [, trusted] = voters;
  if (trusted === undefined) throw new Error("Nobody proposes");
  const { reference } = await propose(trusted, "configuration", { key: HOURS, oldValue: 72, newValue });
  await allSayYes(reference, voters);
  return reference;
}

/** Passed while the setting had moved on. */
async function failed(): Promise<string> {
  const reference = await votedFor();
  await set(48);
  expect(await closeAtDeadline(database, world, reference)).toMatchObject({
    state: "execution_failed",
    outcome: "approved",
  });
  return reference;
}

describe("once", () => {
  test("[VOT-12] a decision is carried out as it closes; nobody carries it out again", async () => {
    const reference = await votedFor();
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
    await set(72);
    await expect(execute(reference)).rejects.toMatchObject({ code: "voting.already_executed", status: 409 });
    await closeDue(world, reference);
    expect(await setting()).toBe(72);
    expect(await entries(reference)).toEqual(["voting.proposal_closed"]);
  });

  test("[VOT-12] of two closings at the same instant one carries it out", async () => {
    const reference = await votedFor();
    await database.setClock({ at: OVER });
    const both = await Promise.all([closeDue(world, reference), closeDue(world, reference)]);
    expect(both.map((one) => one.state)).toEqual(["executed", "executed"]);
    expect(both[0].decision).toBe(both[1].decision);
    expect(await setting()).toBe(96);
    expect(await entries(reference)).toEqual(["voting.proposal_closed"]);
  });

  test("[VOT-12] of two proposals on one setting that end at once one is carried out", async () => {
    const references = [await votedFor(96), await votedFor(120)];
    await database.setClock({ at: OVER });
    const answers = await Promise.all(references.map((one) => closeDue(world, one)));
    expect(answers.map((one) => one.state).sort()).toEqual(["executed", "execution_failed"]);
    const done = answers.findIndex((one) => one.state === "executed");
    expect(await setting()).toBe([96, 120][done]);
  });
});

describe("a failure", () => {
  test("[VOT-166] is recorded with its cause, shown, and told to the chair and the admins", async () => {
    const reference = await failed();
    const page = await invoke(readProposal, { actor: world.auditor, input: { reference } });
    expect(page).toMatchObject({ state: "execution_failed", executionFailure: "identity.setting_moved_on" });
    expect(await setting()).toBe(48);
    const [entry] = await database.query<{ leaf: string }>(
      "SELECT leaf FROM audit_entries WHERE subject_reference = $1 AND action = 'voting.proposal_closed'",
      [reference],
    );
    expect(JSON.parse(entry?.leaf ?? "{}").details).toMatchObject({
      ...{ failure: "identity.setting_moved_on", subject: HOURS, outcome: "approved" },
    });
    const told = await database.query<{ user_id: string }>(
      "SELECT user_id FROM notifications WHERE kind = 'voting.not_carried_out' AND href = $1",
      [`/proposals/${reference}`],
    );
    expect(told.map((row) => row.user_id).sort()).toEqual([world.chair.userId, world.admin.userId].sort());
    const published = await database.query<{ payload: object }>(
      "SELECT payload FROM outbox WHERE topic = 'voting.execution_failed' AND organization_id = $1",
      [world.organizationId],
    );
    expect(published).toMatchObject([{ payload: { proposalReference: reference } }]);
  });

  test("[VOT-12] stays one while its cause lasts, and is carried out by the chair when that is gone", async () => {
    const reference = await failed();
    expect(await execute(reference)).toMatchObject({ state: "execution_failed" });
    await set(72);
    expect(await execute(reference)).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await setting()).toBe(96);
    expect(await entries(reference)).toEqual([
      ...["voting.proposal_closed", "voting.proposal_execution_failed", "voting.proposal_executed"],
    ]);
  });

  test("[VOT-12] is carried out again by an admin and by nobody else", async () => {
    const reference = await failed();
    await set(72);
    for (const actor of [world.risk, world.owner, world.auditor]) {
      await expect(execute(reference, actor)).rejects.toMatchObject({ status: 403 });
    }
    expect(await execute(reference, world.admin)).toMatchObject({ state: "executed" });
  });

  test("[VOT-12] tried by two at the same instant is carried out once", async () => {
    const reference = await failed();
    await set(72);
    const both = await Promise.allSettled([execute(reference), execute(reference, world.admin)]);
    const [lost] = both.filter((one) => one.status === "rejected");
    expect(both.map((one) => one.status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(lost).toMatchObject({ reason: { code: "voting.already_executed" } });
    expect(await setting()).toBe(96);
    expect((await entries(reference)).filter((action) => action === "voting.proposal_executed")).toHaveLength(1);
  });
});

/** Holds the record, so that whoever acts stands still after every other write and before the end. */
async function withRecordHeld(work: (kill: () => Promise<void>) => Promise<void>): Promise<void> {
  const holder = new Client({ connectionString: database.ownerUrl });
  const killer = new Client({ connectionString: database.appUrl });
  await Promise.all([holder.connect(), killer.connect()]);
  try {
    await holder.query("BEGIN");
    const { rows } = await holder.query<{ pid: number }>(
      "SELECT pg_backend_pid() AS pid FROM audit_heads WHERE organization_id = $1 FOR UPDATE",
      [world.organizationId],
    );
    await work(() => killWhoWaitsFor(rows[0]?.pid ?? 0, killer));
  } finally {
    await holder.query("ROLLBACK");
    await Promise.all([holder.end(), killer.end()]);
  }
}

async function killWhoWaitsFor(pid: number, killer: Client): Promise<void> {
  for (let tries = 0; tries < 20_000; tries += 1) {
    const killed = await killer.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE $1 = ANY(pg_blocking_pids(pid))",
      [pid],
    );
    if (killed.rows.length > 0) return;
  }
  throw new Error("Nobody waited for the record");
}

describe("a kill", () => {
  test("[VOT-167] between effect and record leaves nothing half done, and the next closing does it all", async () => {
    const reference = await votedFor();
    await database.setClock({ at: OVER });
    await withRecordHeld(async (kill) => {
      const closing = closeDue(world, reference).then(
        () => "closed",
        () => "died",
      );
      await kill();
      expect(await closing).toBe("died");
    });
    expect(await setting()).toBe(72);
    expect(await entries(reference)).toEqual([]);
    const [row] = await database.query("SELECT status, closed_at, executed_at FROM proposals WHERE reference = $1", [
      reference,
    ]);
    expect(row).toEqual({ status: "open", closed_at: null, executed_at: null });
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
    expect(await setting()).toBe(96);
    expect(await entries(reference)).toEqual(["voting.proposal_closed"]);
  });

  test("[VOT-167] of a second try leaves the failure as it was", async () => {
    const reference = await failed();
    await set(72);
    await withRecordHeld(async (kill) => {
      const trying = execute(reference).then(
        () => "carried out",
        () => "died",
      );
      await kill();
      expect(await trying).toBe("died");
    });
    expect(await setting()).toBe(72);
    expect(await execute(reference)).toMatchObject({ state: "executed" });
    expect(await setting()).toBe(96);
  });
});
