// A draft is changed by its proposer until it is opened (VOT-190), and an admin ends what no longer makes sense (VOT-191).
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildModel, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { cancelProposal } from "./operations/cancel-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { editDraft } from "./operations/edit-draft.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readDraft } from "./operations/read-draft.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readResult } from "./operations/read-result.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

let database: TestDatabase;
let world: BoardWorld;
stageBoard("2026-03-02T09:00:00.000Z", (stage) => {
  ({ database, world } = stage);
});

async function deprecatedModel(owner = world.owner): Promise<string> {
  const model = await buildModel(world, { owner });
  await database.query("UPDATE models SET status = 'deprecated' WHERE reference = $1", [model]);
  return model;
}

async function draftBy(actor: PersonActor, more: object = {}): Promise<{ reference: string; model: string }> {
  const model = await deprecatedModel();
  const payload = { model, reason: "Replaced" };
  const input = { kind: "decommission", title: "Retire it", description: "Replaced", payload, ...more };
  return { reference: (await invoke(createProposal, { actor, input })).reference, model };
}

const edit = (actor: PersonActor, reference: string, change: object) =>
  invoke(editDraft, { actor, input: { reference, ...change } });
const open = (reference: string, actor = world.risk) => invoke(openProposal, { actor, input: { reference } });
const see = (reference: string, actor = world.risk) => invoke(readProposal, { actor, input: { reference } });

async function look(model: string) {
  const [row] = await database.query<{ status: string; lock: string | null }>(
    "SELECT status, locked_by_proposal AS lock FROM models WHERE reference = $1",
    [model],
  );
  return row;
}

type Entry = { action: string; details: Record<string, unknown>; before: string | null; after: string | null };
const entriesOf = (reference: string) =>
  database.query<Entry>(
    `SELECT action, leaf::jsonb -> 'details' AS details, leaf::jsonb ->> 'beforeDigest' AS before,
       leaf::jsonb ->> 'afterDigest' AS after
     FROM audit_entries WHERE subject_reference = $1 ORDER BY number`,
    [reference],
  );

describe("a draft is edited", () => {
  test("[VOT-190] words, hours, conditions and payload; what is left out stays, and the record names what changed", async () => {
    const { reference, model } = await draftBy(world.risk);
    const other = await deprecatedModel();
    const conditions = [{ text: "Archive its data", dueInDays: 30 }];
    const change = {
      title: "Retire the other",
      payload: { model: other, reason: "Too old" },
      votingHours: 24,
      conditions,
    };
    const draft = await edit(world.risk, reference, change);
    expect(draft).toEqual({ reference, kind: "decommission", description: "Replaced", ...change });
    expect(await invoke(readDraft, { actor: world.admin, input: { reference } })).toEqual(draft);
    expect(await see(reference)).toMatchObject({ title: "Retire the other", model: { reference: other }, conditions });
    const [, edited] = await entriesOf(reference);
    expect(edited).toMatchObject({
      action: "voting.draft_edited",
      details: { subject: other, changed: ["title", "payload", "votingHours", "conditions"], votingHours: 24 },
    });
    expect(edited?.before).toMatch(/^[0-9a-f]{64}$/u);
    expect(edited?.after).not.toBe(edited?.before);
    await open(reference);
    expect(await look(other)).toEqual({ status: "deprecated", lock: reference });
    expect(await look(model)).toEqual({ status: "deprecated", lock: null });
  });

  test("[VOT-190] saying the same again records nothing", async () => {
    const { reference } = await draftBy(world.risk);
    await edit(world.risk, reference, { title: "Retire it", votingHours: 72 });
    expect(await entriesOf(reference)).toHaveLength(1);
  });

  test("[VOT-190] by nobody but its proposer, and for others it is not there", async () => {
    const { reference } = await draftBy(world.risk);
    await expect(edit(world.admin, reference, { title: "Mine" })).rejects.toMatchObject({
      code: "voting.not_own_draft",
      status: 403,
    });
    for (const actor of [world.chair, world.legal, world.owner]) {
      await expect(edit(actor, reference, { title: "Mine" })).rejects.toMatchObject({ code: "kernel.not_found" });
      await expect(invoke(readDraft, { actor, input: { reference } })).rejects.toMatchObject({
        code: "kernel.not_found",
      });
    }
    await expect(edit(world.auditor, reference, { title: "Mine" })).rejects.toMatchObject({ status: 403 });
    expect((await see(reference)).title).toBe("Retire it");
  });

  test("[VOT-190] not once it is open, and not after it was withdrawn", async () => {
    const [one, two] = [await draftBy(world.risk), await draftBy(world.risk)];
    await open(one.reference);
    await invoke(withdrawProposal, { actor: world.risk, input: { reference: two.reference, reason: "Too early" } });
    for (const { reference } of [one, two]) {
      await expect(edit(world.risk, reference, { title: "Later" })).rejects.toMatchObject({
        code: "voting.not_draft",
        status: 409,
      });
      await expect(invoke(readDraft, { actor: world.risk, input: { reference } })).rejects.toMatchObject({
        code: "voting.not_draft",
      });
    }
  });

  test.each([
    ["nothing to change", {}, "kernel.invalid_input"],
    ["no title", { title: " " }, "kernel.invalid_input"],
    ["hours of 0", { votingHours: 0 }, "kernel.invalid_input"],
    ["hours of 169", { votingHours: 169 }, "kernel.invalid_input"],
    ["another kind", { kind: "policy_change" }, "kernel.invalid_input"],
    [
      "a payload with an unknown field",
      { payload: { model: "MDL-00000000", reason: "x", y: 1 } },
      "kernel.invalid_input",
    ],
    ["a payload of another kind", { payload: { to: "active" } }, "kernel.invalid_input"],
    ["a model that is not there", { payload: { model: "MDL-00000000", reason: "x" } }, "kernel.not_found"],
  ])("[VOT-190] %s is refused, and the draft stays", async (_, change, code) => {
    const { reference } = await draftBy(world.risk);
    await expect(edit(world.risk, reference, change)).rejects.toMatchObject({ code });
    expect((await invoke(readDraft, { actor: world.risk, input: { reference } })).title).toBe("Retire it");
  });

  test("[VOT-190] what the subject does not allow is refused, at edit as when it was new", async () => {
    const { reference } = await draftBy(world.risk);
    const active = await buildModel(world);
    const payload = { model: active, reason: "x" };
    await expect(edit(world.risk, reference, { payload })).rejects.toMatchObject({
      code: "registry.transition_refused",
    });
  });

  test("[VOT-190] edit against open: either the vote has the new words, or the edit is refused", async () => {
    for (let round = 0; round < 6; round += 1) {
      const { reference } = await draftBy(world.risk);
      const [edited, opened] = await Promise.allSettled([
        edit(world.risk, reference, { title: "New words" }),
        open(reference),
      ]);
      expect(opened.status).toBe("fulfilled");
      const { title, subjectDigest, state } = await see(reference);
      expect(state).toBe("open");
      expect(title).toBe(edited.status === "fulfilled" ? "New words" : "Retire it");
      if (edited.status === "rejected") expect(edited.reason).toMatchObject({ code: "voting.not_draft" });
      await cast(world.chair, { reference, digest: subjectDigest ?? "" }, "yes");
    }
  });
});

describe("an admin cancels", () => {
  const cancel = (reference: string, actor: PersonActor | ReturnType<typeof systemActor> = world.admin) =>
    invoke(cancelProposal, { actor, input: { reference, reason: "Proposed twice" } });

  test("[VOT-191] an open vote ends as withdrawn, its model is free again, everybody on the roll is told", async () => {
    const vote = await openVote(world);
    await cast(world.risk, vote, "yes");
    expect(await cancel(vote.reference)).toMatchObject({ state: "cancelled", outcome: "withdrawn" });
    expect(await see(vote.reference)).toMatchObject({
      state: "cancelled",
      outcome: "withdrawn",
      actReason: "Proposed twice",
      actedBy: { name: "Ari Admin" },
      decision: { why: "Cancelled before it was decided.", decidedBy: { name: "Ari Admin" } },
      mine: { acts: { vote: { isAllowed: false } } },
    });
    expect(await look(vote.model)).toEqual({ status: "proposed", lock: null });
    const told = await database.query<{ count: number }>(
      `SELECT count(DISTINCT user_id)::int AS count FROM notifications
       WHERE organization_id = $1 AND href LIKE '%' || $2 AND kind = 'voting.decided'`,
      [world.organizationId, vote.reference],
    );
    expect(told[0]?.count).toBe(8);
    await expect(cancel(vote.reference)).rejects.toMatchObject({ code: "voting.not_open" });
    const result = await invoke(readResult, { actor: world.auditor, input: { reference: vote.reference } });
    expect(result).toMatchObject({ outcome: "withdrawn" });
  });

  test("[VOT-191] a draft is no decision", async () => {
    const { reference } = await draftBy(world.risk);
    expect(await cancel(reference)).toMatchObject({ state: "cancelled", outcome: null, decision: null });
    await expect(open(reference)).rejects.toMatchObject({ code: "voting.not_draft" });
    expect((await entriesOf(reference)).map((entry) => entry.action)).toEqual([
      "voting.proposal_created",
      "voting.proposal_cancelled",
    ]);
  });

  test("[VOT-191] the product itself may, when the subject is gone", async () => {
    const vote = await openVote(world);
    const actor = systemActor(world.organizationId, "sweep");
    expect(await cancel(vote.reference, actor)).toMatchObject({ state: "cancelled" });
  });

  test("[VOT-191] nobody else does, also not the proposer or the chair", async () => {
    const vote = await openVote(world);
    for (const actor of [world.owner, world.chair, world.risk, world.auditor]) {
      await expect(cancel(vote.reference, actor)).rejects.toMatchObject({ status: 403 });
    }
  });

  test("[VOT-191] cancel against withdraw: one of them ends it, once", async () => {
    for (let round = 0; round < 4; round += 1) {
      const vote = await openVote(world);
      const input = { reference: vote.reference, reason: "Mistake" };
      const answers = await Promise.allSettled([
        cancel(vote.reference),
        invoke(withdrawProposal, { actor: world.owner, input }),
      ]);
      expect(answers.map((answer) => answer.status).toSorted()).toEqual(["fulfilled", "rejected"]);
      const decisions = await database.query(
        "SELECT 1 FROM decisions d JOIN proposals p ON p.id = d.proposal_id WHERE p.reference = $1",
        [vote.reference],
      );
      expect(decisions).toHaveLength(1);
    }
  });
});
