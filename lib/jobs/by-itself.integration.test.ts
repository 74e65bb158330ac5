// What happens by itself, with the real rooms behind it: a deadline passes, the vote closes, follow-ups and notices come of it.
import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import type { PersonActor } from "../governance/kernel/actor.ts";
import { listActions } from "../governance/meetings/operations/list-actions.ts";
import { standardRule } from "../governance/voting/decision-rule.ts";
import { castBallot } from "../governance/voting/operations/cast-ballot.ts";
import { closeChangeStream, forgetChangeStream } from "../server/change-stream.ts";
import { invoke } from "../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../testing/database.ts";
import { addMember, addOrganization } from "../testing/organization.ts";
import { setSurroundings } from "../testing/surroundings.ts";
import { type CloseProposal, startOfSweep, sweepDueProposals } from "./close-sweep.ts";
import { closeProposal, ROUND_TASKS, TOPICS } from "./handlers.ts";
import { QUEUE_SCHEMA } from "./queues.ts";
import { type RunningJobs, startJobs } from "./runtime.ts";

let database: TestDatabase;
let organizationId: string;
let owner: PersonActor;
let board: PersonActor[];
let jobs: RunningJobs[] = [];

const DEADLINE = "2026-11-20T12:00:00.000Z";
const before = "2026-11-20T11:59:59.999Z";
const soon = { timeout: 20_000, interval: 50 };

beforeAll(async () => {
  database = await startTestDatabase();
  setSurroundings({ SWEEP_EVERY_MS: "100" });
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(async () => {
  await database.setClock({ at: before });
  organizationId = await addOrganization(database);
  owner = await addMember(database, organizationId, "Mira Okafor");
  board = [await addMember(database, organizationId, "Cho Park", { seat: "chair" })];
  const seats = ["technical_lead", "risk_officer", "ethics_representative", "business_representative"] as const;
  for (const seat of seats) board.push(await addMember(database, organizationId, `Member ${seat}`, { seat }));
});
afterEach(async () => {
  await Promise.all(jobs.map((each) => each.stop()));
  jobs = [];
  await closeChangeStream();
  forgetChangeStream();
  await database.query("DELETE FROM outbox");
  await database.query(`DELETE FROM ${QUEUE_SCHEMA}.job`);
  await database.query("UPDATE proposals SET status = 'cancelled' WHERE status = 'open'");
  await database.setClock("real");
});

const typeable = (prefix: string) => `${prefix}-${randomUUID().slice(0, 8).toUpperCase()}`;

type Vote = {
  readonly choices?: readonly string[];
  readonly conditions?: readonly object[];
  readonly rule?: object | null;
};

/** A submitted model under an open vote, as `submit_model` leaves it. */
async function openVote({ choices = [], conditions = [], rule = standardRule("model_approval") }: Vote = {}) {
  const model = { id: randomUUID(), reference: typeable("MDL"), package: randomUUID(), digest: "9f2c".repeat(16) };
  const proposal = { id: randomUUID(), reference: typeable("PRP") };
  await database.query(
    `INSERT INTO models (organization_id, id, reference, name, version, tier, tier_reasons, status, risk_contributions,
       stage_dates, tags, owner_user_id, locked_by_proposal)
     VALUES ($1, $2, $3, $4, '1', 'tier_3_high', '[]', 'under_review', '[]', '{}', '{}', $5, $6)`,
    [organizationId, model.id, model.reference, `Model ${model.reference}`, owner.userId, proposal.reference],
  );
  await database.query(
    `INSERT INTO decision_packages (organization_id, id, model_id, sequence, canonical, digest, evaluation, submitted_by)
     VALUES ($1, $2, $3, 1, '{}', $4, '{}', $5)`,
    [organizationId, model.package, model.id, model.digest, owner.userId],
  );
  await database.query(
    `INSERT INTO proposals (organization_id, id, reference, kind, title, description, payload, conditions, status,
       proposer_user_id, model_id, package_id, subject_digest, rule, opened_at, deadline_at)
     VALUES ($1, $2, $3, 'model_approval', 'Claims triage 3.2', 'why', $4, $5, 'open', $6, $7, $8, $9, $10,
       $11::timestamptz - interval '72 hours', $11)`,
    [
      organizationId,
      proposal.id,
      proposal.reference,
      JSON.stringify({ model: model.reference, package: 1, digest: model.digest }),
      JSON.stringify(conditions),
      owner.userId,
      model.id,
      model.package,
      model.digest,
      JSON.stringify(rule),
      DEADLINE,
    ],
  );
  for (const [index, { userId }] of board.entries()) {
    await database.query(
      `INSERT INTO electors (organization_id, proposal_id, user_id, seat_role, weight) VALUES ($1, $2, $3, $4, 1)`,
      [organizationId, proposal.id, userId, index === 0 ? "chair" : "technical_lead"],
    );
  }
  for (const [index, choice] of choices.entries()) {
    const actor = board[index];
    if (actor === undefined) throw new Error("More choices than seats");
    const input = { reference: proposal.reference, choice, subjectDigest: model.digest };
    await invoke(castBallot, { actor, input });
  }
  return { reference: proposal.reference, model: model.reference };
}

async function runJobs(processes = 1): Promise<void> {
  for (let started = 0; started < processes; started += 1) {
    jobs.push(await startJobs({ topics: TOPICS, closeProposal, roundTasks: ROUND_TASKS }));
  }
}

const stateOf = async (reference: string) => {
  const [row] = await database.query<{ status: string; outcome: string | null }>(
    "SELECT status, outcome FROM proposals WHERE reference = $1",
    [reference],
  );
  return row;
};
const count = async (sql: string) => {
  const [row] = await database.query<{ count: number }>(`SELECT count(*)::int FROM ${sql}`, [organizationId]);
  return row?.count;
};
const followUps = async () => (await invoke(listActions, { actor: owner, input: {} })).items;

describe("a deadline passes", () => {
  test("[VOT-8] [MTG-103] the vote closes by itself and its conditions become follow-ups of the owner", async () => {
    const vote = await openVote({
      choices: ["yes", "yes", "yes", "yes", "no"],
      conditions: [
        { text: "Human review above 50 k", dueInDays: 30 },
        { text: "Bias audit", dueInDays: 10 },
      ],
    });
    await runJobs();
    expect(await stateOf(vote.reference)).toEqual({ status: "open", outcome: null });
    await database.setClock({ at: DEADLINE });
    await expect.poll(() => stateOf(vote.reference), soon).toMatchObject({ outcome: "conditional" });
    await expect.poll(async () => (await followUps()).length, soon).toBe(2);
    expect((await followUps()).map((item) => [item.title, item.model?.reference, item.dueAt])).toEqual([
      ["Bias audit", vote.model, "2026-11-30T12:00:00.000Z"],
      ["Human review above 50 k", vote.model, "2026-12-20T12:00:00.000Z"],
    ]);
    const told = await database.query<{ kind: string }>(
      "SELECT kind FROM notifications WHERE user_id = $1 ORDER BY id",
      [owner.userId],
    );
    expect(told.map((row) => row.kind)).toContain("meetings.action_assigned");
  });

  test("[VOT-8] [MTG-104] nobody voted: deferred, and brought back as a follow-up", async () => {
    const vote = await openVote();
    await runJobs();
    await database.setClock({ at: DEADLINE });
    await expect.poll(() => stateOf(vote.reference), soon).toEqual({ status: "no_quorum", outcome: "deferred" });
    await expect.poll(async () => (await followUps()).map((item) => item.source.kind), soon).toEqual(["deferral"]);
  });

  test("[VOT-8] [MTG-105] several processes at once close each vote once, with one decision and one set of follow-ups", async () => {
    const votes = [];
    for (let made = 0; made < 12; made += 1) votes.push(await openVote());
    await runJobs(3);
    await database.setClock({ at: DEADLINE });
    await expect.poll(async () => (await followUps()).length, soon).toBe(votes.length);
    await expect.poll(() => count("outbox WHERE organization_id = $1"), soon).toBe(0);
    expect(await count("decisions WHERE organization_id = $1")).toBe(votes.length);
    expect(await count("audit_entries WHERE organization_id = $1 AND action = 'voting.proposal_closed'")).toBe(
      votes.length,
    );
    expect(await count("action_items WHERE organization_id = $1")).toBe(votes.length);
  });

  test("[VOT-8] one that cannot be closed holds up no other", async () => {
    const broken = await openVote({ rule: null });
    const vote = await openVote();
    await database.setClock({ at: DEADLINE });
    await sweepDueProposals(closeProposal);
    expect(await stateOf(vote.reference)).toMatchObject({ outcome: "deferred" });
    expect(await stateOf(broken.reference)).toMatchObject({ status: "open" });
  });

  test("[VOT-8] a hundred that never close hold up nobody: the sweep goes on behind them, then starts anew", async () => {
    const broken: string[] = [];
    for (let made = 0; made < 100; made += 1) broken.push((await openVote()).reference);
    const vote = await openVote();
    const later = new Date(Date.parse(DEADLINE) + 1).toISOString();
    await database.query("UPDATE proposals SET deadline_at = $2 WHERE reference = $1", [vote.reference, later]);
    await database.setClock({ at: later });
    const tried: string[] = [];
    const close: CloseProposal = async (_organizationId, reference) => {
      tried.push(reference);
      if (broken.includes(reference)) throw new Error("never closes");
    };
    const place = startOfSweep();
    expect(await sweepDueProposals(close, place)).toBe(true);
    expect(await sweepDueProposals(close, place)).toBe(false);
    expect(tried.toSorted()).toEqual([...broken, vote.reference].toSorted());
    await sweepDueProposals(close, place);
    expect(tried).toHaveLength(201);
  });

  test("[VOT-8] one millisecond early nothing is closed", async () => {
    const vote = await openVote();
    expect(await sweepDueProposals(closeProposal)).toBe(false);
    expect(await stateOf(vote.reference)).toEqual({ status: "open", outcome: null });
  });
});

describe("somebody leaves", () => {
  test("[MTG-108] their unfinished follow-ups go back, by the event of identity", async () => {
    const vote = await openVote();
    await database.setClock({ at: DEADLINE });
    await runJobs();
    await expect.poll(async () => (await followUps()).length, soon).toBe(1);
    await database.query("UPDATE memberships SET ended_at = governance_now() WHERE user_id = $1", [owner.userId]);
    await database.query(
      `INSERT INTO outbox (organization_id, topic, payload, request_id)
       VALUES ($1, 'identity.membership_ended', $2, 'test')`,
      [organizationId, JSON.stringify({ userId: owner.userId })],
    );
    const assignees = () =>
      database.query("SELECT assignee_user_id FROM action_items WHERE organization_id = $1", [organizationId]);
    await expect.poll(assignees, soon).toEqual([{ assignee_user_id: null }]);
    expect(await stateOf(vote.reference)).toMatchObject({ outcome: "deferred" });
  });
});
