import { describe, expect, test } from "vitest";
import { sweepDueProposals } from "../../jobs/close-sweep.ts";
import { closeProposal as closeForSweep } from "../../jobs/handlers.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, endSeatOf, type OpenVote, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { decideAdvised } from "./operations/decide-advised.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readResult } from "./operations/read-result.ts";
import { recuseMember } from "./operations/recuse-member.ts";

const START = "2026-03-02T09:00:00.000Z";
const DEADLINE = "2026-03-05T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

/** One ballot per letter, in the order of the seats: y, n, a; a dash stays silent. */
async function castAll(vote: OpenVote, letters: string, at: BoardWorld = world): Promise<void> {
  const choices = { y: "yes", n: "no", a: "abstain" } as const;
  for (const [index, letter] of [...letters].entries()) {
    const voter = at.voters[index];
    if (voter !== undefined && letter !== "-") await cast(voter, vote, choices[letter as keyof typeof choices]);
  }
}
const close = (vote: OpenVote, actor = world.chair) =>
  invoke(closeProposal, { actor, input: { reference: vote.reference } });
const closeDue = (vote: OpenVote, organizationId = world.organizationId) =>
  invoke(closeDueProposal, { actor: systemActor(organizationId, "sweep"), input: { reference: vote.reference } });
const statusOf = async (model: string) => {
  const rows = await database.query<{ status: string; locked_by_proposal: string | null }>(
    "SELECT status, locked_by_proposal FROM models WHERE reference = $1",
    [model],
  );
  return rows[0];
};
const decisionsOf = (vote: OpenVote) =>
  database.query<{ reference: string; outcome: string; package_digest: string; rationale: string }>(
    `SELECT d.reference, d.outcome, d.package_digest, d.rationale FROM decisions d
     JOIN proposals p ON p.id = d.proposal_id WHERE p.reference = $1`,
    [vote.reference],
  );

describe("closing a binding vote", () => {
  test.each([
    ["yyyynnn", "executed", "approved", "approved"],
    ["yyynnnn", "rejected", "rejected", "proposed"],
    ["yyynnna", "rejected", "rejected", "proposed"],
    ["yaaaaaa", "executed", "approved", "approved"],
    ["aaaaaaa", "rejected", "rejected", "proposed"],
  ])("[VOT-7] %s ends as %s: the decision is %s, the model %s", async (letters, state, outcome, status) => {
    const vote = await openVote(world);
    await castAll(vote, letters);
    const answer = await close(vote);
    expect(answer).toMatchObject({ state, outcome });
    expect(await statusOf(vote.model)).toEqual({ status, locked_by_proposal: null });
    expect(await decisionsOf(vote)).toMatchObject([
      { reference: answer.decision, outcome, package_digest: vote.digest },
    ]);
  });

  test("[VOT-8] the chair closes early only when every entitled member has cast", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyyyyy-");
    await expect(close(vote)).rejects.toMatchObject({ code: "voting.votes_outstanding", facts: { waiting: 1 } });
    await expect(close(vote, world.risk)).rejects.toMatchObject({ status: 403 });
    await castAll(vote, "------y");
    expect(await close(vote)).toMatchObject({ outcome: "approved" });
  });

  test("[VOT-113] closing early does not wait for a member whose right has ended", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    await castAll(vote, "yyyyyy-", own);
    await endSeatOf(database, own.data);
    expect(await close(vote, own.chair)).toMatchObject({ outcome: "approved" });
  });

  test("[VOT-8] at the deadline the sweep closes by itself, once", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyyy---");
    await database.setClock({ at: "2026-03-05T08:59:59.999Z" });
    await expect(closeDue(vote)).rejects.toMatchObject({ code: "voting.votes_outstanding" });
    await database.setClock({ at: DEADLINE });
    await sweepDueProposals(closeForSweep);
    const { state, decision } = await invoke(readResult, { actor: world.chair, input: { reference: vote.reference } });
    expect({ state, outcome: decision?.outcome }).toEqual({ state: "executed", outcome: "approved" });
    await sweepDueProposals(closeForSweep);
    expect(await decisionsOf(vote)).toHaveLength(1);
  });

  test("[VOT-5] a second close is refused for the chair and finds it done for the system", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyyyyyy");
    const first = await close(vote);
    await expect(close(vote)).rejects.toMatchObject({ code: "voting.already_closed", status: 409 });
    expect(await closeDue(vote)).toMatchObject({
      state: first.state,
      outcome: first.outcome,
      decision: first.decision,
    });
    expect(await decisionsOf(vote)).toHaveLength(1);
  });

  test("[VOT-5] any number of closes at once make one decision and one approval", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyyyyyy");
    await database.setClock({ at: DEADLINE });
    const answers = await Promise.allSettled([close(vote), close(vote), closeDue(vote), closeDue(vote)]);
    expect(answers.filter((answer) => answer.status === "fulfilled").length).toBeGreaterThanOrEqual(2);
    expect(await decisionsOf(vote)).toHaveLength(1);
    const entries = await database.query(
      "SELECT 1 FROM audit_entries WHERE subject_reference = $1 AND action = 'voting.proposal_closed'",
      [vote.reference],
    );
    expect(entries).toHaveLength(1);
  });

  test("[VOT-10] no quorum defers, gives the model back and asks for a follow-up", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyy----");
    await database.setClock({ at: DEADLINE });
    expect(await closeDue(vote)).toMatchObject({ state: "no_quorum", outcome: "deferred" });
    expect(await statusOf(vote.model)).toEqual({ status: "proposed", locked_by_proposal: null });
    const messages = await database.query<{ outcome: string }>(
      `SELECT payload ->> 'outcome' AS outcome FROM outbox
       WHERE topic = 'voting.decision_recorded' AND payload ->> 'proposalReference' = $1`,
      [vote.reference],
    );
    expect(messages).toEqual([{ outcome: "deferred" }]);
  });

  test("[VOT-9] the sentence lives while the vote is open and stays with the decision", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yy-----");
    const read = () => invoke(readResult, { actor: world.chair, input: { reference: vote.reference } });
    expect((await read()).why?.sentence).toBe("2 more yes needed; quorum short by 2.");
    await castAll(vote, "--yyyyy");
    const closed = await close(vote);
    expect(closed.why).toBe((await read()).why?.sentence);
    expect(closed.why).toContain("Passed with 7 yes to 0 no");
  });

  test("[VOT-120] an approval whose model was suspended meanwhile is not carried out, and says so", async () => {
    const vote = await openVote(world);
    await castAll(vote, "yyyyyyy");
    await database.query("UPDATE models SET status = 'suspended', suspended_from = 'approved' WHERE reference = $1", [
      vote.model,
    ]);
    expect(await close(vote)).toMatchObject({ state: "execution_failed", outcome: "approved" });
    expect(await statusOf(vote.model)).toEqual({ status: "suspended", locked_by_proposal: null });
  });
});

describe("acts of the chair", () => {
  test("[VOT-105] deferring needs a reason and the chair, ends the vote and gives the model back", async () => {
    const vote = await openVote(world);
    const defer = (actor: PersonActor) =>
      invoke(deferProposal, { actor, input: { reference: vote.reference, reason: "The bias audit is not in" } });
    await expect(defer(world.risk)).rejects.toMatchObject({ status: 403 });
    expect(await defer(world.chair)).toMatchObject({ state: "deferred", outcome: "deferred" });
    expect(await statusOf(vote.model)).toEqual({ status: "proposed", locked_by_proposal: null });
    expect(await decisionsOf(vote)).toMatchObject([{ outcome: "deferred", rationale: "The bias audit is not in" }]);
    await expect(cast(world.risk, vote, "yes")).rejects.toMatchObject({ code: "voting.not_open" });
    await expect(defer(world.chair)).rejects.toMatchObject({ code: "voting.not_open" });
  });
});

describe("advice of the board", () => {
  const advised = async (letters: string) => {
    const vote = await openVote(world, { tier: "tier_2_medium" });
    await castAll(vote, letters);
    return { vote, closed: await close(vote) };
  };
  const decide = (vote: OpenVote, decision: "approved" | "rejected", reason = "", actor = world.chair) =>
    invoke(decideAdvised, { actor, input: { reference: vote.reference, decision, reason } });

  test("[REG-6] advice waits for the chair: nothing is decided, the model stays under vote", async () => {
    const { vote, closed } = await advised("yyyyynn");
    expect(closed).toMatchObject({ state: "passed", outcome: null, isAwaitingChair: true, decision: null });
    expect(await statusOf(vote.model)).toEqual({ status: "under_review", locked_by_proposal: vote.reference });
    expect(await decisionsOf(vote)).toEqual([]);
    expect(await decide(vote, "approved")).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await statusOf(vote.model)).toEqual({ status: "approved", locked_by_proposal: null });
  });

  test("[VOT-108] going against the advice needs a reason, which is kept with the decision", async () => {
    const { vote } = await advised("yyyyynn");
    await expect(decide(vote, "rejected")).rejects.toMatchObject({ code: "voting.reason_required", status: 422 });
    await expect(decide(vote, "rejected", "Vendor contract lapses", world.risk)).rejects.toMatchObject({ status: 403 });
    const answer = await decide(vote, "rejected", "Vendor contract lapses");
    expect(answer).toMatchObject({ state: "rejected", outcome: "rejected" });
    expect(answer.why).toContain("against the advice");
    expect(await decisionsOf(vote)).toMatchObject([{ outcome: "rejected", rationale: "Vendor contract lapses" }]);
    expect(await statusOf(vote.model)).toEqual({ status: "proposed", locked_by_proposal: null });
    await expect(decide(vote, "approved", "Again")).rejects.toMatchObject({ code: "voting.advice_already_decided" });
  });

  test("[VOT-106] with the chair recused the board's vote decides", async () => {
    const vote = await openVote(world, { tier: "tier_2_medium" });
    const input = { reference: vote.reference, reason: "My former team" };
    await invoke(recuseMember, { actor: world.chair, input });
    await castAll(vote, "-yyyyyy");
    await database.setClock({ at: DEADLINE });
    expect(await closeDue(vote)).toMatchObject({ state: "executed", outcome: "approved", isAwaitingChair: false });
  });

  test("[VOT-108] a chair cannot decide before the vote is closed", async () => {
    const vote = await openVote(world, { tier: "tier_2_medium" });
    await expect(decide(vote, "approved", "Now")).rejects.toMatchObject({ code: "voting.advice_not_ready" });
  });
});

describe("what was frozen", () => {
  test("[VOT-3] late changes of terms, charter and conflicts change nothing in an open vote", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    const read = async () => {
      const page = await invoke(readProposal, { actor: own.auditor, input: { reference: vote.reference } });
      const { rule, ruleSentence, electors, recused, deadlineAt, subjectDigest } = page;
      return { rule, ruleSentence, electors: electors.length, recused: recused.length, deadlineAt, subjectDigest };
    };
    const before = await read();
    const { organizationId } = own;
    await database.query(
      `INSERT INTO charter_versions (organization_id, reference, version, template, content, effective_at)
       SELECT organization_id, 'CHR-LATE0001', 2, template,
         jsonb_set(content, '{decisionRights,model_approval,threshold}',
           '{"numerator":9,"denominator":10,"comparison":"at_least","base":"all_entitled"}'), effective_at
       FROM charter_versions WHERE organization_id = $1`,
      [organizationId],
    );
    await database.query(
      "UPDATE board_members SET term_end_at = governance_now() WHERE organization_id = $1 AND user_id = $2",
      [organizationId, own.data.userId],
    );
    await database.query(
      `INSERT INTO declared_conflicts (organization_id, user_id, kind, target, reason, declared_by)
       VALUES ($1, $2, 'model', $3, 'Late', $2)`,
      [organizationId, own.legal.userId, vote.model],
    );
    expect(await read()).toEqual(before);
    await castAll(vote, "yyyyny-", own);
    expect(await close(vote, own.chair)).toMatchObject({ outcome: "approved" });
    const next = await openVote(own);
    const page = await invoke(readProposal, { actor: own.auditor, input: { reference: next.reference } });
    expect(page.rule.version).toBe("charter 2.0");
    expect(page.electors).toHaveLength(6);
  });
});
