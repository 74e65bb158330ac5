import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, buildModel, fullScores, openVote, submit } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { saveScorecardDraft } from "../registry/operations/save-scorecard-draft.ts";
import { updateModel } from "../registry/operations/update-model.ts";
import type { Tier } from "../registry/schema.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { listDecisions } from "./operations/list-decisions.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { submitModel } from "./operations/submit-model.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const model = (reference: string) => invoke(readModel, { actor: world.auditor, input: { reference } });
const proposal = (reference: string, actor: PersonActor = world.chair) =>
  invoke(readProposal, { actor, input: { reference } });
const outbox = (topic: string) =>
  database.query<{ payload: Record<string, unknown> }>("SELECT payload FROM outbox WHERE topic = $1 ORDER BY id", [
    topic,
  ]);
const audited = async (reference: string) => {
  const rows = await database.query<{ action: string }>(
    "SELECT action FROM audit_entries WHERE subject_reference = $1 ORDER BY number",
    [reference],
  );
  return rows.map((row) => row.action);
};

describe("by tier", () => {
  test("[REG-6] tier 1 that passes is approved by rule: decision, reviews, and the board is told", async () => {
    const reference = await buildModel(world, { tier: "tier_1_low" });
    const answer = await submit(world, reference);
    expect(answer).toMatchObject({ route: "approved_by_rule", proposal: null, modelStatus: "approved" });
    expect(answer.nextReviewAt).toBe("2027-03-02T09:00:00.000Z");
    const { items } = await invoke(listDecisions, { actor: world.auditor, input: { model: reference } });
    expect(items).toMatchObject([
      { reference: answer.decision, outcome: "approved", proposal: null, packageDigest: answer.packageDigest },
    ]);
    expect(items[0]?.why).toContain("Approved by rule");
    expect(await model(reference)).toMatchObject({ status: "approved", approval: { outcome: "current" } });
    expect(await audited(reference)).toEqual(["registry.model_registered", "voting.tier_one_approved"]);
    const told = await database.query("SELECT 1 FROM notifications WHERE source_key = $1", [
      `voting.approved_by_rule:${answer.decision}`,
    ]);
    expect(told).toHaveLength(8);
  });

  test("[REG-6] tier 1 that fails returns to the owner with the reasons and changes nothing else", async () => {
    const reference = await buildModel(world, { tier: "tier_1_low" });
    const answer = await submit(world, reference, { score: 0.3 });
    expect(answer).toMatchObject({ route: "returned_to_owner", decision: null, modelStatus: "proposed" });
    expect(answer.reasons.map((reason) => reason.code)).toContain("registry.fails_and_returns");
    expect(await model(reference)).toMatchObject({ status: "proposed", approval: null, openProposal: null });
    expect(await audited(reference)).toEqual(["registry.model_registered", "voting.tier_one_returned"]);
    expect((await submit(world, reference)).route).toBe("approved_by_rule");
  });

  const VOTED: [Tier, string, string][] = [
    ["tier_2_medium", "advisory_vote", "advisory"],
    ["tier_3_high", "board_vote", "binding"],
    ["tier_4_critical", "board_vote", "binding"],
  ];
  test.each(VOTED)("[REG-6] %s opens a vote: %s", async (tier, route, effect) => {
    const reference = await buildModel(world, { tier });
    const answer = await submit(world, reference, { hours: 24 });
    expect(answer).toMatchObject({ route, modelStatus: "under_review", deadlineAt: "2026-03-03T09:00:00.000Z" });
    const page = await proposal(answer.proposal ?? "");
    expect(page).toMatchObject({ state: "open", effect, subjectDigest: answer.packageDigest, kind: "model_approval" });
    expect(page.electors).toHaveLength(7);
    expect(await model(reference)).toMatchObject({
      status: "under_review",
      openProposal: { reference: answer.proposal },
    });
  });

  test("[VOT-119] opening tells every elector once that a vote is needed", async () => {
    const vote = await openVote(world);
    const told = await database.query<{ user_id: string }>("SELECT user_id FROM notifications WHERE source_key = $1", [
      `voting.vote_needed:${vote.reference}`,
    ]);
    expect(told.map((row) => row.user_id).sort()).toEqual(world.voters.map((voter) => voter.userId).sort());
  });

  test("[VOT-10] conditions become a message that asks for action items", async () => {
    const conditions = [{ text: "Human review above 50,000", dueInDays: 30 }, { text: "Bias audit" }];
    const vote = await openVote(world, { conditions });
    for (const actor of world.voters) {
      const input = { reference: vote.reference, choice: "yes", subjectDigest: vote.digest };
      await invoke(castBallot, { actor, input });
    }
    const closed = await invoke(closeProposal, { actor: world.chair, input: { reference: vote.reference } });
    expect(closed).toMatchObject({ state: "executed", outcome: "conditional" });
    const messages = await outbox("voting.decision_recorded");
    expect(messages.map((row) => row.payload).find((each) => each.proposalReference === vote.reference)).toEqual({
      decisionReference: closed.decision,
      proposalReference: vote.reference,
      modelReference: vote.model,
      outcome: "conditional",
      conditions: [
        { text: "Human review above 50,000", dueDays: 30 },
        { text: "Bias audit", dueDays: 90 },
      ],
      ownerUserId: world.owner.userId,
      decidedAt: START,
    });
    expect(await model(vote.model)).toMatchObject({
      status: "approved",
      review: { lastReviewAt: START, nextReviewAt: "2026-05-31T09:00:00.000Z" },
    });
  });
});

describe("what may be submitted", () => {
  test("[REG-4] the saved draft is submitted when it is complete, and refused by field when it is not", async () => {
    const reference = await buildModel(world);
    const { documentation, ...seven } = fullScores();
    await invoke(saveScorecardDraft, { actor: world.owner, input: { reference, scores: seven, votingHours: 48 } });
    const send = () => invoke(submitModel, { actor: world.owner, input: { reference } });
    await expect(send()).rejects.toMatchObject({
      code: "registry.scorecard_incomplete",
      errors: [{ path: "scores.documentation.score" }, {}, {}],
    });
    await invoke(saveScorecardDraft, {
      actor: world.owner,
      input: { reference, scores: { ...seven, documentation }, votingHours: 48 },
    });
    expect(await send()).toMatchObject({ route: "board_vote", deadlineAt: "2026-03-04T09:00:00.000Z" });
  });

  test.each([
    ["7 of 8", () => ({ ...fullScores(), documentation: undefined })],
    ["a score of 1.01", () => fullScores(1.01)],
    ["NaN", () => fullScores(Number.NaN)],
    ["text for a number", () => fullScores("1e309" as unknown as number)],
  ])("[REG-4] %s is refused by field and nothing is kept", async (_, scores) => {
    const reference = await buildModel(world);
    const answer = invoke(submitModel, { actor: world.owner, input: { reference, scores: scores() } });
    await expect(answer).rejects.toMatchObject({ status: 422, code: "kernel.invalid_input" });
    expect(await model(reference)).toMatchObject({ status: "proposed", packages: [] });
  });

  test("[VOT-114] only the owner or an admin submits", async () => {
    const reference = await buildModel(world);
    const input = { reference, scores: fullScores() };
    await expect(invoke(submitModel, { actor: world.otherOwner, input })).rejects.toMatchObject({
      code: "registry.not_own_model",
      status: 403,
    });
    expect((await invoke(submitModel, { actor: world.admin, input })).route).toBe("board_vote");
  });

  test("[VOT-114] a model in operation keeps its status under vote and after a rejection; one under vote is not submitted again", async () => {
    const reference = await buildModel(world);
    await database.query("UPDATE models SET status = 'active' WHERE reference = $1", [reference]);
    const { proposal: opened, packageDigest } = await submit(world, reference);
    expect(await model(reference)).toMatchObject({ status: "active" });
    await expect(submit(world, reference)).rejects.toMatchObject({ code: "registry.already_submitted", status: 409 });
    for (const actor of world.voters) {
      const input = { reference: opened, choice: "no", subjectDigest: packageDigest };
      await invoke(castBallot, { actor, input });
    }
    await invoke(closeProposal, { actor: world.chair, input: { reference: opened } });
    expect(await model(reference)).toMatchObject({ status: "active", openProposal: null });
  });

  test.each(["deprecated", "suspended", "decommissioned"])("[VOT-114] a %s model is not submitted", async (status) => {
    const reference = await buildModel(world);
    await database.query("UPDATE models SET status = $2 WHERE reference = $1", [reference, status]);
    await expect(submit(world, reference)).rejects.toMatchObject({ code: "registry.not_submittable", status: 409 });
  });

  test("[VOT-104] nothing opens to a board that could not decide, and nothing is left behind", async () => {
    const small = await buildBoard({ seats: ["chair"] });
    const reference = await buildModel(small);
    await expect(submit(small, reference)).rejects.toMatchObject({ code: "voting.cannot_pass", status: 422 });
    const [row] = await database.query<{ status: string }>("SELECT status FROM models WHERE reference = $1", [
      reference,
    ]);
    expect(row?.status).toBe("proposed");
  });

  test("[ORG-3] a model of another organisation is not found", async () => {
    const foreign = await buildBoard({ seats: ["chair", "risk"] });
    const reference = await buildModel(foreign);
    await expect(submit(world, reference)).rejects.toMatchObject({ code: "kernel.not_found", status: 404 });
  });
});

describe("under vote", () => {
  test("[REG-5] material facts are locked while the vote is open, naming the proposal; withdrawing returns the model", async () => {
    const vote = await openVote(world);
    const change = { reference: vote.model, description: "Sorts claims and letters." };
    const edit = () => invoke(updateModel, { actor: world.owner, input: change });
    await expect(edit()).rejects.toMatchObject({ code: "registry.model_locked", facts: { proposal: vote.reference } });
    const input = { reference: vote.reference, reason: "Found an error in the evidence" };
    const answer = await invoke(withdrawProposal, { actor: world.owner, input });
    expect(answer).toMatchObject({
      state: "withdrawn",
      outcome: "withdrawn",
      decision: expect.stringMatching(/^DEC-/u),
    });
    expect(await model(vote.model)).toMatchObject({ status: "proposed", openProposal: null });
    await edit();
    expect((await submit(world, vote.model)).route).toBe("board_vote");
  });

  test("[VOT-105] only the proposer or an admin withdraws, with a reason, and not after the deadline", async () => {
    const vote = await openVote(world);
    const withdraw = (actor: PersonActor, reason: string) =>
      invoke(withdrawProposal, { actor, input: { reference: vote.reference, reason } });
    await expect(withdraw(world.chair, "No")).rejects.toMatchObject({ code: "voting.not_proposer" });
    await expect(withdraw(world.owner, "  ")).rejects.toMatchObject({ code: "kernel.invalid_input" });
    await database.setClock({ at: "2026-03-05T09:00:00.000Z" });
    await expect(withdraw(world.owner, "Late")).rejects.toMatchObject({ code: "voting.not_open", status: 409 });
  });

  test("[REG-5] submit and edit at once: the package holds what the model holds, or the edit was refused", async () => {
    for (let round = 0; round < 5; round += 1) {
      const reference = await buildModel(world);
      const description = `Changed in round ${round}.`;
      const [edit, submitted] = await Promise.all([
        invoke(updateModel, { actor: world.owner, input: { reference, description } }).then(
          () => "changed",
          (error: { code: string }) => error.code,
        ),
        submit(world, reference),
      ]);
      expect(["changed", "registry.model_locked"]).toContain(edit);
      const [row] = await database.query<{ same: boolean }>(
        `SELECT p.canonical::jsonb #>> '{model,description}' = m.description AS same FROM decision_packages p
         JOIN models m ON m.id = p.model_id WHERE p.digest = $1`,
        [submitted.packageDigest],
      );
      expect(row?.same).toBe(true);
    }
  });

  test("[VOT-3] submitting twice at once opens one vote", async () => {
    const reference = await buildModel(world);
    const answers = await Promise.allSettled([submit(world, reference), submit(world, reference)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
    const refused = answers.find((answer) => answer.status === "rejected");
    expect(refused?.reason).toMatchObject({ code: "registry.already_submitted" });
  });
});
