// What becomes of a decision that the chair took alone (VOT-11): final when ratified, undone when not.
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import { actsOfChair, BEFORE_DEADLINE, DEADLINE, DECIDED_AT } from "../../testing/chair-stage.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { readHome } from "../dashboard/operations/read-home.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { transitionModel } from "../registry/operations/transition-model.ts";
import { cancelProposal } from "./operations/cancel-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { executeProposal } from "./operations/execute-proposal.ts";
import { listDecisions } from "./operations/list-decisions.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readResult } from "./operations/read-result.ts";

let database: TestDatabase;
let world: BoardWorld;
stageBoard(DECIDED_AT, (stage) => {
  ({ database, world } = stage);
});
const { closeDue, decisionsOf, entriesOf, lapse, modelIn, setStatus, statusOf, suspend, toldOf, vote, withdraw } =
  actsOfChair(() => ({ database, world }));

describe("the board ratifies, or does not", () => {
  test("[VOT-11] [VOT-142] ratified: final, and the model stays suspended", async () => {
    const model = await modelIn("active");
    const answer = await suspend(model);
    await vote(answer, "yyyynn");
    expect(await lapse(answer)).toMatchObject({ state: "executed", outcome: "approved" });
    expect(await statusOf(model)).toEqual({ status: "suspended", suspended_from: "active" });
    const [own, settlement] = await decisionsOf(answer);
    expect(own).toMatchObject({ standing: "final" });
    expect(settlement).toMatchObject({ outcome: "approved", settles: answer.decision });
    expect(settlement?.why).toMatch(/^Passed with 4 yes to 2 no.*is final\.$/u);
  });

  test.each([
    ["rejected", "nnnnyy", "rejected"],
    ["a tie", "yyynnn", "rejected"],
    ["nobody says yes", "aaaaaa", "rejected"],
    ["one below the quorum", "yyy---", "no_quorum"],
    ["nobody votes", "------", "no_quorum"],
  ])("[VOT-11] [VOT-142] %s: reversed, and the model is back", async (_name, letters, state) => {
    const model = await modelIn("approved");
    const answer = await suspend(model);
    await vote(answer, letters);
    const closed = await lapse(answer);
    expect(closed).toMatchObject({ state, outcome: "rejected" });
    expect(closed.why).toContain(`The chair’s decision ${answer.decision} is reversed:`);
    expect(closed.why).toMatch(/is approved again\.$/u);
    expect(await statusOf(model)).toEqual({ status: "approved", suspended_from: null });
    const [own, settlement] = await decisionsOf(answer);
    expect(own).toMatchObject({ standing: "reversed", outcome: "approved" });
    expect(settlement).toMatchObject({ reference: closed.decision, outcome: "rejected", settles: answer.decision });
    expect(await entriesOf(answer.proposal)).toContainEqual(
      expect.objectContaining({
        action: "voting.proposal_closed",
        details: expect.objectContaining({ settles: answer.decision, standing: "reversed", decision: closed.decision }),
      }),
    );
  });

  test("[VOT-142] a lapse asks for no follow-up: the decision is undone, not put off", async () => {
    const answer = await suspend(await modelIn("active"));
    const { decision } = await lapse(answer);
    const outcomes = await database.query<{ outcome: string }>(
      `SELECT payload ->> 'outcome' AS outcome FROM outbox WHERE topic = 'voting.decision_recorded'
       AND payload ->> 'decisionReference' = $1`,
      [decision],
    );
    expect(outcomes).toEqual([{ outcome: "rejected" }]);
  });

  test("[VOT-11] the chair does not vote on it, nor closes it early, though everybody has voted", async () => {
    const answer = await suspend(await modelIn("active"));
    const reference = answer.proposal;
    const { subjectDigest } = await invoke(readProposal, { actor: world.chair, input: { reference } });
    await expect(cast(world.chair, { reference, digest: subjectDigest ?? "" })).rejects.toMatchObject({
      code: "voting.recused",
    });
    await vote(answer, "yyyyyy");
    await expect(invoke(closeProposal, { actor: world.chair, input: { reference } })).rejects.toMatchObject({
      code: "voting.chair_recused",
    });
    await database.setClock({ at: BEFORE_DEADLINE });
    await expect(closeDue(reference)).rejects.toMatchObject({ code: "voting.votes_outstanding" });
    expect(await lapse(answer)).toMatchObject({ outcome: "approved" });
  });

  test("[VOT-143] it is not deferred", async () => {
    const { proposal: reference } = await suspend(await modelIn("active"));
    await expect(
      invoke(deferProposal, { actor: world.chair, input: { reference, reason: "Later" } }),
    ).rejects.toMatchObject({ code: "voting.ratification_not_deferrable", status: 409 });
    const { mine } = await invoke(readProposal, { actor: world.chair, input: { reference } });
    expect(mine.acts.defer).toMatchObject({ isAllowed: false, code: "voting.ratification_not_deferrable" });
  });

  test("[VOT-143] withdrawn by the chair who decided: reversed at once; nobody else withdraws it", async () => {
    const model = await modelIn("active");
    const answer = await suspend(model);
    for (const actor of [world.admin, world.risk]) {
      await expect(withdraw(answer.proposal, actor)).rejects.toMatchObject({ code: "voting.not_decider", status: 403 });
    }
    const cancelled = { reference: answer.proposal, reason: "Out of order" };
    await expect(invoke(cancelProposal, { actor: world.admin, input: cancelled })).rejects.toMatchObject({
      code: "voting.not_decider",
    });
    const withdrawn = await withdraw(answer.proposal, world.chair);
    expect(withdrawn).toMatchObject({ state: "withdrawn", outcome: "withdrawn" });
    expect(await statusOf(model)).toEqual({ status: "active", suspended_from: null });
    const [own, settlement] = await decisionsOf(answer);
    expect([own?.standing, settlement?.settles, settlement?.outcome]).toEqual([
      "reversed",
      answer.decision,
      "withdrawn",
    ]);
    await expect(withdraw(answer.proposal, world.chair)).rejects.toMatchObject({ code: "voting.not_open" });
  });

  test("[VOT-143] a chair who has left the seat does not take it back", async () => {
    const own = await buildBoard();
    const answer = await suspend(await modelIn("active", {}, own), own.chair);
    const former = { ...own.chair, roles: own.chair.roles.filter((role) => role !== "chair"), grantedRoles: [] };
    const asMember: PersonActor = { ...former, roles: ["board_member"] };
    await expect(withdraw(answer.proposal, asMember)).rejects.toMatchObject({ code: "voting.not_decider" });
  });

  test("[VOT-145] told: advisors, admins and owner of the decision; all of them, and the chair, of its end", async () => {
    const own = await buildBoard();
    const answer = await suspend(await modelIn("active", {}, own), own.chair);
    const ids = (people: readonly PersonActor[]) => people.map(({ userId }) => userId).sort();
    expect(await toldOf(answer.proposal, "voting.chair_decided")).toEqual(ids([own.admin, own.advisor, own.owner]));
    expect(await toldOf(answer.proposal, "voting.vote_needed")).toEqual(ids(own.voters.slice(1)));
    await lapse(answer, own);
    expect(await toldOf(answer.proposal, "voting.reversed")).toEqual(ids([...own.voters, own.admin, own.owner]));
    expect(await toldOf(answer.proposal, "voting.reversed", "critical")).toEqual(ids([own.chair, own.admin]));
    const topics = await database.query<{ topic: string; payload: Record<string, unknown> }>(
      `SELECT topic, payload FROM outbox WHERE topic LIKE 'voting.chair_%' AND payload ->> 'decisionReference' = $1 ORDER BY id`,
      [answer.decision],
    );
    expect(topics).toMatchObject([
      { topic: "voting.chair_decided", payload: { canBeRatified: true } },
      { topic: "voting.chair_decision_settled", payload: { standing: "reversed", failure: null } },
    ]);
  });

  test("[VOT-11] result and lists show both decisions and their standing", async () => {
    const model = await modelIn("active");
    const answer = await suspend(model);
    const before = await invoke(listDecisions, { actor: world.auditor, input: { standing: "provisional", model } });
    expect(before.items).toMatchObject([{ reference: answer.decision, ratification: answer.proposal, proposal: null }]);
    const { decision } = await lapse(answer);
    const input = { reference: answer.proposal };
    expect(await invoke(readResult, { actor: world.auditor, input })).toMatchObject({
      state: "no_quorum",
      decision: { reference: decision, settles: answer.decision, standing: "final" },
      ratification: { decision: { reference: answer.decision, standing: "reversed", settledBy: decision } },
    });
    const { decisions } = await invoke(readModel, { actor: world.owner, input: { reference: model } });
    expect(decisions).toMatchObject([
      { reference: decision, isSettlement: true, isByChair: false },
      { reference: answer.decision, isByChair: true, standing: "reversed", proposal: answer.proposal },
    ]);
  });
});

describe("ratify and lapse at the deadline", () => {
  test("[VOT-5] [VOT-11] the deciding ballot and the close at once: counted before the deadline, refused at it", async () => {
    for (const [at, isInTime] of [
      [BEFORE_DEADLINE, true],
      [DEADLINE, false],
    ] as const) {
      await database.setClock({ at: DECIDED_AT });
      const model = await modelIn("active");
      const answer = await suspend(model);
      await vote(answer, "yyy---");
      await database.setClock({ at });
      const last = vote(answer, "---y--");
      const [ballot, close] = await Promise.allSettled([last, closeDue(answer.proposal)]);
      expect([ballot?.status, close?.status]).toEqual(isInTime ? ["fulfilled", "rejected"] : ["rejected", "fulfilled"]);
      await lapse(answer);
      const expected = isInTime ? ["final", "suspended"] : ["reversed", "active"];
      expect([(await decisionsOf(answer))[0]?.standing, (await statusOf(model))?.status]).toEqual(expected);
    }
  });

  test("[VOT-5] [VOT-142] race: withdrawal and any number of closes reverse it once", async () => {
    const model = await modelIn("active");
    const answer = await suspend(model);
    await database.setClock({ at: DEADLINE });
    const acts = [1, 2, 3].map(() => closeDue(answer.proposal));
    await Promise.allSettled([...acts, withdraw(answer.proposal, world.chair)]);
    expect(await decisionsOf(answer)).toHaveLength(2);
    expect(await statusOf(model)).toMatchObject({ status: "active" });
    const settled = await database.query(
      "SELECT 1 FROM outbox WHERE topic = 'voting.chair_decision_settled' AND payload ->> 'decisionReference' = $1",
      [answer.decision],
    );
    expect(settled).toHaveLength(1);
  });
});

describe("when the world has moved on", () => {
  const execute = (reference: string, actor = world.admin) => invoke(executeProposal, { actor, input: { reference } });

  async function stuck() {
    const own = await buildBoard();
    const model = await modelIn("active", {}, own);
    const answer = await suspend(model, own.chair);
    await setStatus(model, "decommissioned");
    const closed = await lapse(answer, own);
    return { own, model, answer, closed };
  }

  test("[VOT-146] a model decommissioned meanwhile: execution_failed with its cause, provisional until a person looked", async () => {
    const { own, model, answer, closed } = await stuck();
    expect(closed).toMatchObject({ state: "execution_failed", outcome: "rejected" });
    expect(closed.why).toContain("could not be reversed yet");
    const page = await invoke(readProposal, { actor: own.chair, input: { reference: answer.proposal } });
    expect(page).toMatchObject({ executionFailure: "voting.reversal_overtaken", outcome: "rejected" });
    expect(page.mine.acts.execute.isAllowed).toBe(true);
    expect((await decisionsOf(answer))[0]?.standing).toBe("provisional");
    expect((await toldOf(answer.proposal, "voting.not_reversed")).length).toBeGreaterThan(2);
    expect(await toldOf(answer.proposal, "voting.not_carried_out"), "nothing was decided in favour").toEqual([]);
    const home = await invoke(readHome, { actor: own.chair, input: {} });
    expect(home.chair?.notReversed.items.map(({ decision }) => decision)).toEqual([answer.decision]);
    await expect(execute(answer.proposal, own.risk)).rejects.toMatchObject({ code: "kernel.not_permitted" });

    const again = await execute(answer.proposal, own.admin);
    expect(again).toMatchObject({ state: "no_quorum", outcome: "rejected" });
    expect(again.why).toContain("is decommissioned already, so nothing changes.");
    expect((await statusOf(model))?.status).toBe("decommissioned");
    expect((await decisionsOf(answer)).map(({ standing }) => standing)).toEqual(["reversed", "final"]);
    await expect(execute(answer.proposal, own.admin)).rejects.toMatchObject({ code: "voting.not_system" });
    expect(await entriesOf(answer.proposal)).toContainEqual(
      expect.objectContaining({
        action: "voting.proposal_executed",
        details: expect.objectContaining({ settles: answer.decision, standing: "reversed" }),
      }),
    );
  });

  test("[VOT-146] put right meanwhile, the retry brings the model back; of any number at once one does it", async () => {
    const { own, model, answer } = await stuck();
    await setStatus(model, "suspended");
    const tries = await Promise.allSettled([1, 2, 3].map(() => execute(answer.proposal, own.chair)));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await statusOf(model)).toEqual({ status: "active", suspended_from: null });
    expect((await decisionsOf(answer))[0]?.standing).toBe("reversed");
  });

  test("[VOT-146] withdrawn in vain: the cause stands beside the withdrawal, and the retry settles it", async () => {
    const own = await buildBoard();
    const model = await modelIn("active", {}, own);
    const answer = await suspend(model, own.chair);
    await setStatus(model, "decommissioned");
    expect(await withdraw(answer.proposal, own.chair)).toMatchObject({ state: "withdrawn" });
    const page = await invoke(readProposal, { actor: own.chair, input: { reference: answer.proposal } });
    expect(page).toMatchObject({ state: "withdrawn", executionFailure: "voting.reversal_overtaken" });
    expect(await execute(answer.proposal, own.chair)).toMatchObject({ state: "withdrawn", outcome: "withdrawn" });
    expect((await decisionsOf(answer))[0]?.standing).toBe("reversed");
  });

  test("[VOT-146] lifted by the board meanwhile: reversed, and nothing changes", async () => {
    const model = await modelIn("approved");
    const answer = await suspend(model);
    await database.query("UPDATE models SET status = 'active', suspended_from = NULL WHERE reference = $1", [model]);
    const closed = await lapse(answer);
    expect(closed.why).toContain("is active already, so nothing changes.");
    expect(await statusOf(model)).toMatchObject({ status: "active" });
    expect((await decisionsOf(answer))[0]?.standing).toBe("reversed");
  });

  test("[VOT-146] an owner and a chair can retire a suspended model of tier 1 in the meantime", async () => {
    const model = await modelIn("active", { tier: "tier_1_low" });
    const answer = await suspend(model);
    const retire = (actor: PersonActor) =>
      invoke(transitionModel, { actor, input: { reference: model, to: "decommissioned", reason: "Beyond repair" } });
    await retire(world.owner);
    await retire(world.chair);
    expect(await lapse(answer)).toMatchObject({ state: "execution_failed" });
  });
});
