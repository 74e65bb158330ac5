import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard, openVote } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { arrange } from "../../testing/identity-world.ts";
import { compareCharterVersions } from "../board/operations/compare-charter-versions.ts";
import { listCharterVersions } from "../board/operations/list-charter-versions.ts";
import { readCharter } from "../board/operations/read-charter.ts";
import { readCharterDraft } from "../board/operations/read-charter-draft.ts";
import { saveCharterDraft } from "../board/operations/save-charter-draft.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { proposeAmendment } from "./operations/propose-amendment.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await database.setClock({ at: START });
  world = await buildBoard();
});
afterAll(() => database.stop());

const draft = (actor = world.chair) => invoke(readCharterDraft, { actor, input: {} });

/** Changes the threshold of model approval in the draft. */
async function draftThreshold(threshold: string): Promise<number> {
  const { sections, marks, charterVersion } = await draft();
  const { model_approval, ...others } = sections.decisionRights;
  const right = { ...model_approval, threshold, comparison: "at_least" as const };
  const value = { ...others, model_approval: right };
  const { revision } = marks.decisionRights;
  const input = { section: "decisionRights" as const, value, revision, charterVersion };
  return (await invoke(saveCharterDraft, { actor: world.chair, input })).revision;
}

const propose = (draftRevision: number, change: object = {}, actor: PersonActor = world.chair) =>
  invoke(proposeAmendment, {
    actor,
    input: { title: "Two thirds for approvals", summary: "Approvals need two thirds", draftRevision, ...change },
  });

const see = (reference: string, actor = world.chair) => invoke(readProposal, { actor, input: { reference } });

/** One ballot per letter, in the order of the seats. */
async function castAll(reference: string, letters: string): Promise<void> {
  const { subjectDigest } = await see(reference);
  const choices = { y: "yes", n: "no", a: "abstain" } as const;
  for (const [index, letter] of [...letters].entries()) {
    const actor = world.voters[index];
    if (actor === undefined || letter === "-") continue;
    const choice = choices[letter as keyof typeof choices];
    await invoke(castBallot, { actor, input: { reference, choice, subjectDigest: subjectDigest ?? "" } });
  }
}
const close = (reference: string) => invoke(closeProposal, { actor: world.chair, input: { reference } });
const charterOf = (version?: number) => invoke(readCharter, { actor: world.chair, input: { version } });

async function proposed(threshold = "2/3"): Promise<string> {
  return (await propose(await draftThreshold(threshold))).reference;
}

describe("from the draft to version 2.0", () => {
  test("[BRD-9] passing writes the next version with date, description and the decision that approved it", async () => {
    const reference = await proposed();
    const open = await see(reference);
    expect(open).toMatchObject({ kind: "charter_amendment", state: "open", model: null, package: null });
    expect(open.rule.threshold).toEqual({ numerator: 3, denominator: 4, comparison: "at_least", base: "yes_plus_no" });
    expect(open.amendment).toMatchObject({ baseLabel: "1.0", nextLabel: "2.0", isBaseInForce: true });
    expect(open.amendment?.differences.filter((one) => one.isChanged).map((one) => one.section)).toEqual([
      "decisionRights",
    ]);
    await castAll(reference, "yyyyyyn");
    await database.setClock({ at: "2026-03-03T10:00:00.000Z" });
    const closed = await close(reference);
    expect(closed).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await charterOf()).toMatchObject({
      version: 2,
      effectiveAt: "2026-03-03T10:00:00.000Z",
      description: "Approvals need two thirds",
      adoptedByDecision: closed.decision,
      content: { decisionRights: { model_approval: { threshold: { numerator: 2, denominator: 3 } } } },
    });
    expect(await charterOf(1)).toMatchObject({ version: 1, isInForce: false });
    const { items } = await invoke(listCharterVersions, { actor: world.auditor, input: {} });
    expect(items.map((one) => one.label)).toEqual(["2.0", "1.0"]);
    expect(await draft()).toMatchObject({ charterVersion: 2, isChanged: false, problems: [] });
    const versions = { from: 1, to: 2 };
    const { differences } = await invoke(compareCharterVersions, { actor: world.auditor, input: versions });
    expect(differences).toEqual(open.amendment?.differences);
  });

  test.each([
    ["yyyyyny", "executed", 2],
    ["yyyyynn", "rejected", 1],
    ["yyyn---", "executed", 2],
    ["yyyna--", "executed", 2],
    ["yynn---", "rejected", 1],
    ["yyy----", "no_quorum", 1],
  ])("[VOT-130] %s under the old rule of 3/4 ends as %s with version %i", async (letters, state, version) => {
    const reference = await proposed();
    await castAll(reference, letters);
    await database.setClock({ at: "2026-03-09T09:00:00.000Z" });
    const actor = systemActor(world.organizationId, "sweep");
    expect(await invoke(closeDueProposal, { actor, input: { reference } })).toMatchObject({ state });
    expect((await charterOf()).version).toBe(version);
  });

  test("[BRD-9] a version that was adopted can be neither changed nor removed", async () => {
    const reference = await proposed();
    await castAll(reference, "yyyyyyy");
    await close(reference);
    const change = (work: Parameters<typeof arrange>[1]) => arrange(world.organizationId, work);
    await expect(
      change(async (tx) => {
        await tx.db.charterVersion.updateMany({ data: { description: "Another" } });
      }),
    ).rejects.toThrow(/permission denied/u);
    await expect(
      change(async (tx) => {
        await tx.db.charterVersion.deleteMany();
      }),
    ).rejects.toThrow(/permission denied/u);
    expect((await charterOf()).description).toBe("Approvals need two thirds");
  });

  test("[VOT-130] later changes of the draft do not touch what was proposed", async () => {
    const reference = await proposed();
    const before = await see(reference);
    await draftThreshold("3/4");
    expect(await see(reference)).toMatchObject({ amendment: before.amendment, subjectDigest: before.subjectDigest });
    await castAll(reference, "yyyyyyy");
    await close(reference);
    const { decisionRights } = (await charterOf()).content;
    expect(decisionRights.model_approval.threshold).toMatchObject({ numerator: 2, denominator: 3 });
    expect(await draft()).toMatchObject({ isChanged: true });
  });

  test("[VOT-3] a proposal that is open when the charter changes keeps the rule it was opened under", async () => {
    const vote = await openVote(world);
    const before = (await see(vote.reference)).rule;
    const reference = await proposed("1/1");
    await castAll(reference, "yyyyyyy");
    await close(reference);
    expect((await see(vote.reference)).rule).toEqual(before);
    await castAll(vote.reference, "yyyynnn");
    expect(await close(vote.reference)).toMatchObject({ outcome: "approved" });
    const next = await openVote(world);
    expect((await see(next.reference)).rule).toMatchObject({ version: "charter 2.0" });
  });

  test("[VOT-130] it stands in the lists like any other, without a model", async () => {
    const reference = await proposed();
    const { items } = await invoke(listProposals, { actor: world.risk, input: { group: "needs_my_vote" } });
    expect(items).toMatchObject([{ reference, model: null, needsMyVote: true, kind: "charter_amendment" }]);
    const answer = await invoke(withdrawProposal, { actor: world.chair, input: { reference, reason: "Too early" } });
    expect(answer).toMatchObject({ state: "withdrawn" });
    expect((await charterOf()).version).toBe(1);
  });
});

describe("what cannot be proposed", () => {
  test("[VOT-130] a draft that somebody changed since it was seen", async () => {
    const revision = await draftThreshold("2/3");
    await draftThreshold("3/5");
    await expect(propose(revision)).rejects.toMatchObject({ code: "kernel.changed_meanwhile", status: 409 });
  });

  test("[VOT-130] a draft that changes nothing", async () => {
    await expect(propose(0)).rejects.toMatchObject({ code: "voting.amendment_empty", status: 422 });
  });

  test.each([
    ["0/0", "fraction_of_nothing"],
    ["5/4", "fraction_above_whole"],
    ["-1/2", "fraction_below_nothing"],
    ["0.67", "fraction_asked"],
  ])("[BRD-111] a draft with the threshold %s, at its place", async (threshold, code) => {
    const revision = await draftThreshold(threshold);
    await expect(propose(revision)).rejects.toMatchObject({
      status: 422,
      errors: [{ path: "decisionRights.model_approval.threshold", code }],
    });
  });

  test("[BRD-113] a quorum that nobody on this board can reach", async () => {
    const { sections } = await draft();
    const value = { ...sections.quorum, minimumNonRecused: "8" };
    const input = { section: "quorum" as const, value, revision: 0, charterVersion: 1 };
    const { revision } = await invoke(saveCharterDraft, { actor: world.chair, input });
    await expect(propose(revision)).rejects.toMatchObject({ errors: [{ path: "quorum.minimumNonRecused" }] });
  });

  test.each([
    ["voting hours of 0", { votingHours: 0 }],
    ["voting hours of 169", { votingHours: 169 }],
    ["no summary", { summary: " " }],
    ["an unknown field", { content: {} }],
  ])("[VOT-130] %s", async (_name, change) => {
    await expect(propose(await draftThreshold("2/3"), change)).rejects.toMatchObject({ status: 422 });
  });

  test("[VOT-130] by somebody who neither sits on the board nor administers it", async () => {
    const revision = await draftThreshold("2/3");
    for (const actor of [world.owner, world.auditor, world.advisor]) {
      await expect(propose(revision, {}, actor)).rejects.toMatchObject({ status: 403 });
    }
  });

  test("[VOT-130] with a text of one's own instead of the draft", async () => {
    const input = {
      kind: "charter_amendment" as const,
      title: "Mine",
      description: "My own text",
      payload: { content: {} },
    };
    await expect(invoke(createProposal, { actor: world.chair, input })).rejects.toMatchObject({
      code: "voting.amendment_from_draft",
    });
  });
});

describe("an amendment of a version that is no longer in force", () => {
  test("[VOT-131] is refused at opening", async () => {
    const revision = await draftThreshold("2/3");
    const kept = await propose(revision, { isDraft: true });
    expect(kept.state).toBe("draft");
    const first = (await propose(revision)).reference;
    await castAll(first, "yyyyyyy");
    await close(first);
    await expect(
      invoke(openProposal, { actor: world.chair, input: { reference: kept.reference } }),
    ).rejects.toMatchObject({ code: "voting.amendment_outdated", status: 409 });
    expect((await see(kept.reference)).amendment).toMatchObject({ isBaseInForce: false });
  });

  test("[VOT-131] is not carried out when it passes, and the status and the record say why", async () => {
    const first = await proposed("2/3");
    const second = await proposed("3/5");
    await castAll(first, "yyyyyyy");
    await castAll(second, "yyyyyyy");
    await close(first);
    expect(await close(second)).toMatchObject({ state: "execution_failed", outcome: "approved" });
    expect((await charterOf()).version).toBe(2);
    const [entry] = await database.query<{ leaf: string }>(
      `SELECT leaf FROM audit_entries
       WHERE action = 'voting.proposal_closed' AND subject_reference = $1`,
      [second],
    );
    expect(entry?.leaf).toContain('"failure":"voting.amendment_outdated"');
  });

  test("[VOT-131] of two that end at the same instant exactly one becomes the next version", async () => {
    const references = [await proposed("2/3"), await proposed("3/5"), await proposed("4/5")];
    for (const reference of references) await castAll(reference, "yyyyyyy");
    const answers = await Promise.all(references.map(close));
    expect(answers.map((answer) => answer.state).sort()).toEqual(["executed", "execution_failed", "execution_failed"]);
    expect((await charterOf()).version).toBe(2);
  });
});
