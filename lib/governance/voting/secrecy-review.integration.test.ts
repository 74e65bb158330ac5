// What must not be told of a running vote: to whom stands aside, and to anybody under seal.
import { afterAll, beforeAll, expect, test } from "vitest";
import { announceChange } from "../../db/change-feed.ts";
import { closeChangeStream, listenForChanges } from "../../server/change-stream.ts";
import { invoke } from "../../server/invoke.ts";
import { type BoardPlan, type BoardWorld, buildBoard, type OpenVote, openVote } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { editDraft } from "./operations/edit-draft.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await closeChangeStream();
  await database.stop();
});

async function begin(plan: BoardPlan = {}): Promise<{ world: BoardWorld; vote: OpenVote }> {
  const world = await buildBoard(plan);
  const vote = await openVote(world);
  const ballot = { reference: vote.reference, choice: "yes", subjectDigest: vote.digest };
  await invoke(castBallot, { actor: world.risk, input: ballot });
  return { world, vote };
}

const aside = (actor: PersonActor, { reference }: OpenVote) =>
  invoke(recuseMember, { actor, input: { reference, reason: "A close friend works on it" } });
const close = (actor: PersonActor, { reference }: OpenVote) => invoke(closeProposal, { actor, input: { reference } });

test("[VOT-117] a chair who stands aside is told that it cannot be decided, without a word on ballots", async () => {
  const { world, vote } = await begin({ seats: ["chair", "risk", "technical", "ethics"] });
  await aside(world.technical, vote);
  expect(await aside(world.chair, vote)).toMatchObject({ isInquorate: true });
  const told = await database.query<{ user_id: string; body: string }>(
    "SELECT user_id, body FROM notifications WHERE source_key = $1",
    [`voting.inquorate:${vote.reference}`],
  );
  const bodyOf = (person: PersonActor) => told.find((row) => row.user_id === person.userId)?.body;
  expect(bodyOf(world.chair)).toBe("The members who are left can no longer decide it.");
  expect(bodyOf(world.admin)).not.toBe(bodyOf(world.chair));
});

test("[VOT-117] a chair who stands aside learns neither by closing nor from the page how many have voted", async () => {
  const { world, vote } = await begin();
  await aside(world.chair, vote);
  await expect(close(world.chair, vote)).rejects.toMatchObject({ code: "voting.chair_recused", status: 403 });
  const page = await invoke(readProposal, { actor: world.chair, input: { reference: vote.reference } });
  expect(page.mine.acts.close).toMatchObject({ isAllowed: false, code: "voting.chair_recused" });
});

test("[VOT-13] under seal the chair is told that ballots are missing, and not how many", async () => {
  const { world, vote } = await begin({ isSealed: true });
  await expect(close(world.chair, vote)).rejects.toMatchObject({
    code: "voting.votes_outstanding",
    facts: { waiting: null },
  });
  const page = await invoke(readProposal, { actor: world.chair, input: { reference: vote.reference } });
  expect(page.mine.acts.close.why).not.toMatch(/\d entitled/u);
});

test("[VOT-13] [VOT-123] under seal the figures count no ballot before the end", async () => {
  const { world, vote } = await begin({ isSealed: true });
  const votesCast = async () => (await invoke(readMetrics, { actor: world.auditor, input: {} })).votesCast;
  expect(await votesCast()).toBe(0);
  const input = { reference: vote.reference, reason: "Reworked" };
  await invoke(withdrawProposal, { actor: world.owner, input });
  expect(await votesCast()).toBe(1);
});

/** What the live stream tells from now on. */
async function listen() {
  const heard: string[] = [];
  const stop = listenForChanges({ onChange: (change) => heard.push(change.change), onGap: () => undefined });
  const probe = () =>
    announceChange("-", { action: "test.probe", subject: { type: "t", reference: "r" }, details: {} });
  const probeAndCount = () => {
    probe();
    return heard.length;
  };
  await expect.poll(probeAndCount, { timeout: 10_000 }).toBeGreaterThan(0);
  return { heard, stop };
}

test("[VOT-118] a draft is begun, edited and dropped unheard; opened it is heard", async () => {
  const { world } = await begin({ isSealed: false });
  const { heard, stop } = await listen();
  const actor = world.risk;
  const draft = { kind: "policy_change", title: "Spend", description: "Why", isDraft: true } as const;
  const content = { name: "Spending", type: "budget_constraint", scope: "ecosystem", statement: "Nobody alone." };
  const begun = () => invoke(createProposal, { actor, input: { ...draft, payload: { change: "create", content } } });
  const [dropped, opened] = [await begun(), await begun()];
  await invoke(editDraft, { actor, input: { reference: dropped.reference, title: "Spend less" } });
  await invoke(withdrawProposal, { actor, input: { reference: dropped.reference, reason: "Not now" } });
  await invoke(openProposal, { actor, input: { reference: opened.reference } });
  await expect.poll(() => heard, { timeout: 10_000 }).toContain("proposal_opened");
  stop();
  expect(heard.filter((change) => !["probe", "arranged"].includes(change))).toEqual(["proposal_opened"]);
});

test.each([
  [true, ["model_registered", "model_submitted", "proposal_withdrawn"]],
  [false, ["model_registered", "model_submitted", "ballot_cast", "proposal_withdrawn"]],
])("[VOT-123] live news of a vote that is sealed: %s", async (isSealed, expected) => {
  const { heard, stop } = await listen();
  const { world, vote } = await begin({ isSealed });
  await invoke(withdrawProposal, { actor: world.owner, input: { reference: vote.reference, reason: "Reworked" } });
  await expect.poll(() => heard, { timeout: 10_000 }).toContain("proposal_withdrawn");
  stop();
  expect(heard.filter((change) => !["probe", "arranged"].includes(change))).toEqual(expected);
});
