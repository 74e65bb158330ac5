import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import {
  type BoardWorld,
  buildBoard,
  buildModel,
  endSeatOf,
  type OpenVote,
  openVote,
  submit,
} from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { castBallot } from "./operations/cast-ballot.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { decideAdvised } from "./operations/decide-advised.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { listDecisions } from "./operations/list-decisions.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { openProposal } from "./operations/open-proposal.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readResult } from "./operations/read-result.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";
import type { ProposalItem } from "./view.ts";

const START = "2026-03-02T09:00:00.000Z";
const DEADLINE = "2026-03-05T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const read = (actor: PersonActor, reference: string) => invoke(readProposal, { actor, input: { reference } });
const close = (vote: OpenVote, at = world) =>
  invoke(closeProposal, { actor: at.chair, input: { reference: vote.reference } });
const closeDue = (vote: OpenVote, at = world) =>
  invoke(closeDueProposal, { actor: systemActor(at.organizationId, "sweep"), input: { reference: vote.reference } });
const list = async (actor: PersonActor, input: object) => (await invoke(listProposals, { actor, input })).items;
const references = (items: readonly ProposalItem[]) => items.map((item) => item.reference);

describe("one screen", () => {
  test("[REG-5] what changed since last time, and since the last decision", async () => {
    const vote = await openVote(world, { score: 0.8, conditions: [{ text: "Human review" }] });
    for (const voter of world.voters) await cast(voter, vote, "no");
    const { decision } = await close(vote);
    const again = await submit(world, vote.model, { score: 0.9 });
    const page = await read(world.chair, again.proposal ?? "");
    expect(page.package).toMatchObject({ sequence: 2, digest: again.packageDigest });
    expect(page.sinceLastTime).toMatchObject({
      digest: vote.digest,
      difference: { conditionsRemoved: ["Human review"] },
    });
    expect(page.sinceLastTime?.difference.criteria).toHaveLength(6);
    expect(page.lastDecision).toMatchObject({ decision: { reference: decision, outcome: "rejected" } });
    expect(page.lastDecision?.difference).toEqual(page.sinceLastTime?.difference);
  });

  test("[VOT-7] the rule, what approving does, the scorecard and its gaps are said before anybody votes", async () => {
    const vote = await openVote(world, { score: 0.5, conditions: [{ text: "Human review", dueInDays: 14 }] });
    const page = await read(world.risk, vote.reference);
    expect(page.ruleSentence).toBe("Passes with more yes than no; a tie fails; 4 of 7 must take part.");
    expect(page.whatItDoes.sentence).toContain("next review is due 90 days after the decision");
    expect(page.conditions).toEqual([{ text: "Human review", dueInDays: 14 }]);
    expect(page.scorecard).toMatchObject({ evidenceCount: 8, lowestRatio: 0.5, highestRatio: 1 });
    expect(page.gaps).toContain("Monitoring plan scores 50 %, below 70 %");
    expect(page.mine).toMatchObject({ place: "elector", ballot: null, receipt: null });
    expect(page.mine.acts).toMatchObject({
      vote: { isAllowed: true },
      recuse: { isAllowed: true },
      close: { isAllowed: false, why: "Your roles do not include this" },
    });
    expect((await read(world.chair, vote.reference)).mine.acts.close).toMatchObject({
      isAllowed: false,
      code: "voting.votes_outstanding",
    });
  });

  test("[VOT-4] one's own ballot and receipt are there", async () => {
    const vote = await openVote(world);
    const { receipt } = await cast(world.risk, vote, "no", "Thin evidence");
    const { mine } = await read(world.risk, vote.reference);
    expect(mine.ballot).toMatchObject({ choice: "no", reasoning: "Thin evidence", castNumber: 1, isStale: false });
    expect(mine.receipt).toEqual(receipt);
  });
});

describe("who sees what", () => {
  test("[VOT-117] choices are for the board and the auditor; everybody sees the tally, and unnamed dissent after the end", async () => {
    const vote = await openVote(world);
    for (const voter of world.voters) {
      await cast(voter, vote, voter === world.data ? "no" : "yes", voter === world.data ? "Thin evidence" : "");
    }
    const choicesFor = async (actor: PersonActor) =>
      (await read(actor, vote.reference)).electors.filter((each) => each.choice !== null).length;
    expect(await choicesFor(world.owner)).toBe(0);
    expect(await choicesFor(world.admin)).toBe(0);
    for (const actor of [world.risk, world.advisor, world.auditor]) expect(await choicesFor(actor)).toBe(7);
    const open = await read(world.owner, vote.reference);
    expect(open).toMatchObject({ tally: { yes: { voters: 6 }, no: { voters: 1 } }, dissent: null });
    await close(vote);
    const result = (actor: PersonActor) => invoke(readResult, { actor, input: { reference: vote.reference } });
    expect((await result(world.owner)).dissent).toEqual([{ person: null, choice: "no", reasoning: "Thin evidence" }]);
    expect((await result(world.chair)).dissent).toMatchObject([
      { person: { name: "Dana Data" }, reasoning: "Thin evidence" },
    ]);
  });

  test("[VOT-13] sealed ballots show nothing before the end, not even how many there are", async () => {
    const sealed = await buildBoard({ isSealed: true });
    const vote = await openVote(sealed);
    const strip = (page: object) => JSON.stringify({ ...page, mine: null, at: null });
    const before = await read(sealed.chair, vote.reference);
    await cast(sealed.risk, vote, "no", "Secret reasoning");
    const after = await read(sealed.chair, vote.reference);
    expect(strip(after)).toBe(strip(before));
    expect(after.why?.sentence).toContain("sealed");
    expect((await read(sealed.risk, vote.reference)).mine.ballot).toMatchObject({ choice: "no" });
    const result = (actor: PersonActor) => invoke(readResult, { actor, input: { reference: vote.reference } });
    expect(await result(sealed.auditor)).toMatchObject({ tally: null, result: null, quorum: null });
    for (const voter of sealed.voters) if (voter !== sealed.risk) await cast(voter, vote);
    await close(vote, sealed);
    expect(await result(sealed.auditor)).toMatchObject({ tally: { yes: { voters: 6 }, no: { voters: 1 } } });
  });

  test("[ORG-3] a proposal of another organisation is not found, like a random one", async () => {
    const foreign = await buildBoard({ seats: ["chair", "risk"] });
    const vote = await openVote(foreign);
    for (const reference of [vote.reference, "PRP-00000000"]) {
      await expect(read(world.auditor, reference)).rejects.toMatchObject({ code: "kernel.not_found", status: 404 });
    }
    expect(references(await list(world.auditor, { limit: 200 }))).not.toContain(vote.reference);
  });
});

const NAMED_RISK = {
  ...{ kind: "risk_acceptance", title: "Nights", description: "Nobody else is there." },
  payload: {
    ...{ about: "named", named: "Night shifts", risk: "Wrong at night", residualRisk: "low" },
    ...{ residualExplanation: "A nurse looks", measures: ["Two readers"], until: "2026-06-30" },
  },
};

describe("lists", () => {
  test("[VOT-3] a draft names who would decide it by the seats held now", async () => {
    const own = await buildBoard({ seats: ["chair", "risk", "technical"] });
    await endSeatOf(database, own.risk);
    await database.query(
      `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
       VALUES ($1, 'MBR-NEXTNEXT', $2, 'data_steward', governance_now(), governance_now() + interval '2 years')`,
      [own.organizationId, own.risk.userId],
    );
    const { reference } = await invoke(createProposal, { actor: own.chair, input: NAMED_RISK });
    const { electors } = await read(own.chair, reference);
    expect(electors.map((each) => [each.person.name, each.seatRole])).toContainEqual(["Rita Risk", "data_steward"]);
  });

  test("[VOT-118] a draft is for its proposer and the admins", async () => {
    const model = await buildModel(world);
    await database.query("UPDATE models SET status = 'deprecated' WHERE reference = $1", [model]);
    const input = {
      kind: "decommission",
      title: "Take it out",
      description: "Nobody uses it.",
      payload: { model, reason: "Replaced" },
    };
    const { reference } = await invoke(createProposal, { actor: world.risk, input });
    for (const actor of [world.chair, world.auditor, world.owner]) {
      await expect(read(actor, reference)).rejects.toMatchObject({ code: "kernel.not_found" });
      expect(references(await list(actor, { group: "draft" }))).not.toContain(reference);
    }
    for (const actor of [world.risk, world.admin]) {
      expect(references(await list(actor, { group: "draft" }))).toContain(reference);
      expect(await read(actor, reference)).toMatchObject({
        state: "draft",
        mine: { acts: { open: { isAllowed: true } } },
      });
    }
  });

  test("[VOT-3] what needs my vote: open, entitled, not yet cast, soonest deadline first, page by page", async () => {
    const own = await buildBoard();
    const late = await openVote(own, { hours: 100 });
    const soon = await openVote(own, { hours: 10 });
    const cast1 = await openVote(own, { hours: 20 });
    await cast(own.risk, cast1);
    const needs = { group: "needs_my_vote" };
    expect(references(await list(own.risk, needs))).toEqual([soon.reference, late.reference]);
    expect(await list(own.owner, needs)).toEqual([]);
    const first = await invoke(listProposals, { actor: own.risk, input: { group: "open", limit: 2 } });
    expect(references(first.items)).toEqual([soon.reference, cast1.reference]);
    const cursor = first.nextCursor ?? undefined;
    const rest = await invoke(listProposals, { actor: own.risk, input: { group: "open", limit: 2, cursor } });
    expect(references(rest.items)).toEqual([late.reference]);
    expect(rest.nextCursor).toBeNull();
    await expect(list(own.risk, { group: "open", cursor: "nonsense" })).rejects.toMatchObject({ status: 400 });
  });

  test("[VOT-1] past its deadline a vote counts as decided, also before anybody has closed it", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    await cast(own.risk, vote);
    await database.setClock({ at: DEADLINE });
    expect(await list(own.risk, { group: "open" })).toEqual([]);
    expect(await list(own.risk, { group: "needs_my_vote" })).toEqual([]);
    expect(await list(own.chair, { group: "decided" })).toMatchObject([
      { reference: vote.reference, state: "no_quorum" },
    ]);
  });

  test("[VOT-14] figures: all, active, by status, ballots and mean participation", async () => {
    const own = await buildBoard();
    const half = await openVote(own);
    const all = await openVote(own);
    await openVote(own);
    for (const voter of own.voters) await cast(voter, all);
    for (const voter of own.voters.slice(0, 4)) await cast(voter, half);
    await close(all, own);
    await database.setClock({ at: DEADLINE });
    await closeDue(half, own);
    const metrics = await invoke(readMetrics, { actor: own.auditor, input: {} });
    expect(metrics).toMatchObject({ total: 3, active: 1, votesCast: 11, byStatus: { open: 1, executed: 2, draft: 0 } });
    expect(metrics.averageParticipationRatio).toBeCloseTo((1 + 4 / 7) / 2, 10);
    expect(metrics.participation.map((vote) => [vote.participants, vote.entitled])).toEqual([
      [7, 7],
      [4, 7],
    ]);
    expect(await invoke(listDecisions, { actor: own.auditor, input: { limit: 1 } })).toMatchObject({
      items: [{ proposal: half.reference }],
      nextCursor: expect.any(String),
    });
  });
});

describe("kinds besides a submission", () => {
  const propose = (actor: PersonActor, kind: string, payload: object, isDraft = false) =>
    invoke(createProposal, { actor, input: { kind, title: "Asked", description: "For a reason.", payload, isDraft } });
  const inStatus = async (status: string, plan: Parameters<typeof buildModel>[1] = {}, from: string | null = null) => {
    const model = await buildModel(world, plan);
    await database.query("UPDATE models SET status = $2, suspended_from = $3 WHERE reference = $1", [
      model,
      status,
      from,
    ]);
    return model;
  };
  const statusOf = async (model: string) =>
    (await database.query<{ status: string }>("SELECT status FROM models WHERE reference = $1", [model]))[0]?.status;
  const decide = async (reference: string, choice: string) => {
    const { subjectDigest } = await read(world.chair, reference);
    for (const actor of world.voters) {
      await invoke(castBallot, { actor, input: { reference, choice, subjectDigest } });
    }
    return invoke(closeProposal, { actor: world.chair, input: { reference } });
  };

  test("[VOT-115] a decommission takes the model out for good, or leaves it as it was", async () => {
    for (const [choice, status] of [
      ["no", "deprecated"],
      ["yes", "decommissioned"],
    ] as const) {
      const model = await inStatus("deprecated");
      const { reference } = await propose(world.risk, "decommission", { model, reason: "Replaced" });
      await decide(reference, choice);
      expect(await statusOf(model)).toBe(status);
    }
  });

  test("[VOT-115] in tier 4 the board puts a model into use and lifts a suspension", async () => {
    const tier = "tier_4_critical";
    const approved = await inStatus("approved", { tier });
    const use = await propose(world.owner, "model_approval", { model: approved, to: "active", reason: "Ready" });
    expect((await read(world.chair, use.reference)).asked).toMatch(/^Put “/u);
    expect(await decide(use.reference, "yes")).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await statusOf(approved)).toBe("active");
    const suspended = await inStatus("suspended", { tier }, "active");
    const lift = await propose(world.owner, "model_approval", { model: suspended, to: "active", reason: "Fixed" });
    await decide(lift.reference, "yes");
    expect(await statusOf(suspended)).toBe("active");
  });

  test.each([
    ["a kind that the chair decides", "emergency_action", {}, "voting.chair_decides"],
    ["a trust-weighted kind by somebody with too little trust", "configuration", {}, "voting.trust_too_low"],
    ["an approval without a submission", "model_approval", { model: "MDL-00000000" }, "voting.approval_by_submission"],
    [
      "a payload with an unknown field",
      "decommission",
      { model: "MDL-00000000", reason: "x", y: 1 },
      "kernel.invalid_input",
    ],
    ["a payload without a reason", "decommission", { model: "MDL-00000000" }, "kernel.invalid_input"],
    ["an unknown model", "decommission", { model: "MDL-00000000", reason: "x" }, "kernel.not_found"],
  ])("[VOT-115] %s is refused", async (_, kind, payload, code) => {
    await expect(propose(world.risk, kind, payload)).rejects.toMatchObject({ code });
  });

  test("[VOT-115] what the model's status does not allow, and another owner's model, are refused", async () => {
    const model = await inStatus("active");
    await expect(propose(world.risk, "decommission", { model, reason: "x" })).rejects.toMatchObject({
      code: "registry.transition_refused",
    });
    const deprecated = await inStatus("deprecated");
    await expect(propose(world.otherOwner, "decommission", { model: deprecated, reason: "x" })).rejects.toMatchObject({
      code: "registry.not_own_model",
    });
  });

  test("[VOT-104] members in quarantine cannot make it pass: it is not opened until they are released", async () => {
    const own = await buildBoard({ seats: ["chair", "risk", "legal"] });
    const { reference } = await invoke(createProposal, { actor: own.chair, input: NAMED_RISK });
    const opened = () => invoke(openProposal, { actor: own.chair, input: { reference } });
    const trust = (level: string) =>
      database.query("UPDATE memberships SET trust_level = $2 WHERE user_id = $1", [own.risk.userId, level]);
    await trust("quarantine");
    await expect(opened()).rejects.toMatchObject({ code: "voting.cannot_pass", status: 422 });
    await trust("standard");
    expect(await opened()).toMatchObject({ state: "open" });
  });

  test("[VOT-2] a draft is opened by its proposer or an admin, once, and not while another vote on the model is open", async () => {
    const model = await inStatus("deprecated");
    const payload = { model, reason: "Replaced" };
    const [one, two] = [
      await propose(world.risk, "decommission", payload, true),
      await propose(world.risk, "decommission", payload, true),
    ];
    const open = (actor: PersonActor, reference: string) => invoke(openProposal, { actor, input: { reference } });
    await expect(open(world.legal, one.reference)).rejects.toMatchObject({ code: "kernel.not_found" });
    expect(await open(world.admin, one.reference)).toMatchObject({ state: "open", deadlineAt: DEADLINE });
    await expect(open(world.risk, one.reference)).rejects.toMatchObject({ code: "voting.not_draft" });
    await expect(open(world.risk, two.reference)).rejects.toMatchObject({ code: "voting.subject_locked", status: 409 });
  });
});

test("[VOT-1] the stored status of every proposal equals the one derived from its record", async () => {
  const own = await buildBoard();
  const passed = await openVote(own);
  const deferred = await openVote(own);
  const withdrawn = await openVote(own);
  const undecided = await openVote(own);
  const advised = await openVote(own, { tier: "tier_2_medium" });
  const awaiting = await openVote(own, { tier: "tier_2_medium" });
  await openVote(own, { hours: 168 });
  for (const voter of own.voters) {
    for (const vote of [passed, advised, awaiting]) await cast(voter, vote, voter === own.data ? "no" : "yes");
  }
  for (const vote of [passed, advised, awaiting]) await close(vote, own);
  const { reference } = advised;
  await invoke(decideAdvised, { actor: own.chair, input: { reference, decision: "rejected", reason: "Too early" } });
  await invoke(deferProposal, { actor: own.chair, input: { reference: deferred.reference, reason: "Later" } });
  await invoke(withdrawProposal, { actor: own.owner, input: { reference: withdrawn.reference, reason: "Mistake" } });
  const model = await buildModel(own);
  await database.query("UPDATE models SET status = 'deprecated' WHERE reference = $1", [model]);
  const draft = { kind: "decommission", title: "T", description: "D", payload: { model, reason: "R" } };
  await invoke(createProposal, { actor: own.chair, input: draft });
  await database.setClock({ at: DEADLINE });
  await closeDue(undecided, own);

  const stored = await database.query<{ reference: string; status: string; outcome: string | null }>(
    "SELECT reference, status, outcome FROM proposals WHERE organization_id = $1",
    [own.organizationId],
  );
  const derived = await list(own.admin, { limit: 200 });
  expect(new Set(stored.map((row) => row.status))).toEqual(
    new Set(["executed", "deferred", "withdrawn", "no_quorum", "rejected", "passed", "open", "draft"]),
  );
  const pairs = derived.map((item) => ({ reference: item.reference, status: item.state, outcome: item.outcome }));
  const byReference = (a: { reference: string }, b: { reference: string }) => a.reference.localeCompare(b.reference);
  expect(pairs.sort(byReference)).toEqual(stored.sort(byReference));
});
