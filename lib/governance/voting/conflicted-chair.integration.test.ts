// A chair with a conflict of interest decides nothing alone, also when seated after the vote opened (VOT-124).
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard, endSeatOf, type OpenVote, openVote } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, currentPerson } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { decideAdvised } from "./operations/decide-advised.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

let database: TestDatabase;
let world: BoardWorld;
let vote: OpenVote;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());
beforeEach(async () => {
  world = await buildBoard();
  vote = await openVote(world, { tier: "tier_2_medium" });
});

async function closeWithAdvice(): Promise<void> {
  for (const actor of world.voters) {
    const input = { reference: vote.reference, choice: "yes", subjectDigest: vote.digest };
    await invoke(castBallot, { actor, input });
  }
  const closed = await invoke(closeProposal, { actor: world.chair, input: { reference: vote.reference } });
  expect(closed.isAwaitingChair).toBe(true);
}

/** The chair's seat passes to somebody with a declared conflict on the model. */
async function seatConflictedChair(): Promise<PersonActor> {
  await endSeatOf(database, world.chair);
  const next = await addPerson(world.organizationId, { name: "Nora Next", password: null, grantedRoles: [] });
  await database.query(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     VALUES ($1, 'MBR-NEXTNEXT', $2, 'chair', governance_now(), governance_now() + interval '2 years')`,
    [world.organizationId, next.userId],
  );
  await database.query(
    `INSERT INTO declared_conflicts (organization_id, user_id, kind, model_id, target, reason, declared_by)
     SELECT organization_id, $2, 'model', id, reference, 'Built it', $2 FROM models
     WHERE organization_id = $1 AND reference = $3`,
    [world.organizationId, next.userId, vote.model],
  );
  return currentPerson(world.organizationId, next.userId);
}

const reason = "It has to go on";
const withdraw = (actor: PersonActor) =>
  invoke(withdrawProposal, { actor, input: { reference: vote.reference, reason } });

test("[VOT-124] a conflicted chair seated after opening does not decide on the advice", async () => {
  await closeWithAdvice();
  const chair = await seatConflictedChair();
  const input = { reference: vote.reference, decision: "approved", reason };
  await expect(invoke(decideAdvised, { actor: chair, input })).rejects.toMatchObject({
    code: "voting.chair_recused",
    status: 403,
  });
  const page = await invoke(readProposal, { actor: chair, input: { reference: vote.reference } });
  expect(page.mine.acts.decideAdvised).toMatchObject({ isAllowed: false, code: "voting.chair_recused" });
});

test("[VOT-124] nor defers, closes early or rules on the conflicts of others", async () => {
  const chair = await seatConflictedChair();
  const { reference } = vote;
  const refused = { code: "voting.chair_recused" };
  await expect(invoke(deferProposal, { actor: chair, input: { reference, reason } })).rejects.toMatchObject(refused);
  await expect(invoke(closeProposal, { actor: chair, input: { reference } })).rejects.toMatchObject(refused);
  const ruling = { reference, userId: world.risk.userId, reason };
  await expect(invoke(recuseMember, { actor: chair, input: ruling })).rejects.toMatchObject(refused);
  const { mine } = await invoke(readProposal, { actor: chair, input: { reference } });
  expect([mine.acts.defer, mine.acts.close, mine.acts.ruleOnConflict].map((act) => act.code)).toEqual(
    Array(3).fill("voting.chair_recused"),
  );
});

test("[VOT-105] [VOT-124] the way out: an admin withdraws what waits for a chair, and the model is free again", async () => {
  await closeWithAdvice();
  await seatConflictedChair();
  await expect(withdraw(world.owner)).rejects.toMatchObject({ code: "voting.not_open" });
  expect(await withdraw(world.admin)).toMatchObject({
    state: "withdrawn",
    outcome: "withdrawn",
    isAwaitingChair: false,
  });
  const model = await invoke(readModel, { actor: world.owner, input: { reference: vote.model } });
  expect(model).toMatchObject({ status: "proposed", openProposal: null });
  await expect(withdraw(world.admin)).rejects.toMatchObject({ code: "voting.not_open" });
});

test("[VOT-124] a chair without a conflict seated after opening decides", async () => {
  await closeWithAdvice();
  const chair = await seatConflictedChair();
  await database.query("UPDATE declared_conflicts SET withdrawn_at = governance_now() WHERE user_id = $1", [
    chair.userId,
  ]);
  const input = { reference: vote.reference, decision: "approved", reason };
  expect(await invoke(decideAdvised, { actor: chair, input })).toMatchObject({ outcome: "approved" });
});

test("[VOT-119] [VOT-124] where no chair can decide on the advice the admins are told, and the chair is not", async () => {
  const chair = await seatConflictedChair();
  const [due] = await database.query<{ at: Date }>("SELECT deadline_at AS at FROM proposals WHERE reference = $1", [
    vote.reference,
  ]);
  await database.setClock({ at: due?.at.toISOString() ?? "" });
  const actor = systemActor(world.organizationId, "test");
  const closed = await invoke(closeDueProposal, { actor, input: { reference: vote.reference } });
  expect(closed.isAwaitingChair).toBe(true);
  const told = await database.query<{ user_id: string; kind: string }>(
    "SELECT user_id, kind FROM notifications WHERE organization_id = $1 AND source_key LIKE 'voting.advice_%'",
    [world.organizationId],
  );
  expect(told).toEqual([{ user_id: world.admin.userId, kind: "voting.advice_without_chair" }]);
  expect(told.map((row) => row.user_id)).not.toContain(chair.userId);
});
