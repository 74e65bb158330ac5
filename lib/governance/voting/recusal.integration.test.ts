import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, buildModel, type OpenVote, openVote, submit } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { declareConflict } from "./operations/declare-conflict.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { readProposal } from "./operations/read-proposal.ts";
import { readResult } from "./operations/read-result.ts";
import { recuseMember } from "./operations/recuse-member.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const read = (actor: PersonActor, { reference }: OpenVote) => invoke(readProposal, { actor, input: { reference } });
const recuse = (actor: PersonActor, { reference }: OpenVote, userId?: string) =>
  invoke(recuseMember, { actor, input: { reference, reason: "A close friend works on it", userId } });

async function seatOf(person: PersonActor): Promise<string> {
  const [row] = await database.query<{ reference: string }>(
    "SELECT reference FROM board_members WHERE organization_id = $1 AND user_id = $2",
    [person.organizationId, person.userId],
  );
  return row?.reference ?? "";
}

describe("proposed when a vote opens", () => {
  test("[BRD-5] an owner with a seat and declared conflicts stand aside, each with the ground shown", async () => {
    const own = await buildBoard();
    await database.query(
      "UPDATE memberships SET granted_roles = '{model_owner}' WHERE organization_id = $1 AND user_id = $2",
      [own.organizationId, own.technical.userId],
    );
    const technical = { ...own.technical, roles: [...own.technical.roles, "model_owner" as const] };
    const model = await buildModel(own, { owner: technical });
    const conflict = { reference: await seatOf(own.legal), kind: "model", model, reason: "Advised the vendor" };
    await invoke(declareConflict, { actor: own.legal, input: conflict });
    const { proposal } = await submit(own, model, { by: technical });
    const page = await invoke(readProposal, { actor: own.auditor, input: { reference: proposal } });
    expect(page.recused.map(({ person, basis, reason }) => [person.name, basis, reason])).toEqual([
      ["Lee Legal", "declared_conflict", "Advised the vendor"],
      ["Theo Tech", "ownership", ""],
    ]);
    expect(page.electors).toHaveLength(5);
    expect(page.ruleSentence).toContain("4 of 7 must take part");
  });

  test("[VOT-116] a conflict with a vendor touches models that carry the vendor's name as a tag", async () => {
    const own = await buildBoard();
    const conflict = {
      reference: await seatOf(own.data),
      kind: "vendor",
      vendor: "Acme  Health",
      reason: "Shareholder",
    };
    await invoke(declareConflict, { actor: own.data, input: conflict });
    const touched = await openVote(own, { tags: ["acme health"] });
    const untouched = await openVote(own, { tags: ["health"] });
    expect((await read(own.auditor, touched)).recused.map((each) => each.person.name)).toEqual(["Dana Data"]);
    expect((await read(own.auditor, untouched)).recused).toEqual([]);
  });
});

describe("standing aside while the vote is open", () => {
  test("[BRD-5] a ballot already cast is withdrawn and kept in the history", async () => {
    const vote = await openVote(world);
    await cast(world.data, vote);
    expect(await recuse(world.data, vote)).toMatchObject({ isBallotWithdrawn: true, isInquorate: false });
    const rows = await database.query<{ choice: string; withdrawn: boolean }>(
      `SELECT c.choice, c.withdrawn_at IS NOT NULL AS withdrawn FROM ballot_casts c
       JOIN proposals p ON p.id = c.proposal_id WHERE p.reference = $1`,
      [vote.reference],
    );
    expect(rows).toEqual([{ choice: "yes", withdrawn: true }]);
    await expect(recuse(world.data, vote)).rejects.toMatchObject({ code: "voting.already_recused", status: 409 });
  });

  test("[BRD-5] only the chair rules on another member, and not while standing aside", async () => {
    const vote = await openVote(world);
    await expect(recuse(world.risk, vote, world.legal.userId)).rejects.toMatchObject({
      code: "voting.recusal_not_yours",
    });
    await recuse(world.chair, vote, world.legal.userId);
    const page = await read(world.auditor, vote);
    expect(page.recused).toMatchObject([
      { person: { name: "Lee Legal" }, basis: "chair_ruling", by: { name: "Ada Chair" } },
    ]);
    await recuse(world.chair, vote);
    await expect(recuse(world.chair, vote, world.data.userId)).rejects.toMatchObject({ code: "voting.chair_recused" });
  });

  test("[BRD-5] nobody stands aside after the end", async () => {
    const vote = await openVote(world);
    for (const voter of world.voters) await cast(voter, vote);
    await invoke(closeProposal, { actor: world.chair, input: { reference: vote.reference } });
    await expect(recuse(world.risk, vote)).rejects.toMatchObject({ code: "voting.not_open", status: 409 });
  });

  test("[BRD-5] the last possible quorum gone is marked at once and told to chair and admins, once", async () => {
    const own = await buildBoard({ seats: ["chair", "technical", "risk", "ethics"] });
    const vote = await openVote(own);
    expect(await recuse(own.ethics, vote)).toMatchObject({ isInquorate: false });
    expect(await recuse(own.risk, vote)).toMatchObject({ isInquorate: true });
    await recuse(own.technical, vote);
    const told = await database.query<{ user_id: string }>("SELECT user_id FROM notifications WHERE source_key = $1", [
      `voting.inquorate:${vote.reference}`,
    ]);
    expect(told.map((row) => row.user_id).sort()).toEqual([own.admin.userId, own.chair.userId].sort());
    const page = await read(own.chair, vote);
    expect(page).toMatchObject({ isInquorate: true, state: "open" });
    expect(page.why?.sentence).toContain("Cannot be decided");
  });
});

describe("what a recused member sees", () => {
  test("[BRD-5] neither deliberation nor tally before the end; the result afterwards, without the reasoning", async () => {
    const vote = await openVote(world);
    await recuse(world.legal, vote);
    for (const voter of world.voters) {
      if (voter !== world.legal) await cast(voter, vote, voter === world.data ? "no" : "yes", "Because of the audit");
    }
    const before = await read(world.legal, vote);
    expect(before).toMatchObject({ isRestricted: true, tally: null, why: null, quorum: null, dissent: null });
    expect(before.electors.every((each) => each.hasVoted === null && each.choice === null)).toBe(true);
    expect(before.mine.acts.vote).toMatchObject({ isAllowed: false, code: "voting.recused" });
    expect(JSON.stringify(before)).not.toContain("Because of the audit");
    const result = await invoke(readResult, { actor: world.legal, input: { reference: vote.reference } });
    expect(result).toMatchObject({ tally: null, why: null, result: null, reasons: [] });
    const listed = await invoke(listProposals, { actor: world.legal, input: { group: "open", limit: 200 } });
    expect(listed.items.find((item) => item.reference === vote.reference)).toMatchObject({
      cast: null,
      myPlace: "recused",
      needsMyVote: false,
    });

    await invoke(closeProposal, { actor: world.chair, input: { reference: vote.reference } });
    const after = await read(world.legal, vote);
    expect(after).toMatchObject({
      isRestricted: false,
      tally: { yes: { voters: 5 }, no: { voters: 1 } },
      dissent: null,
    });
    expect(after.why?.sentence).toContain("Passed");
    expect(JSON.stringify(after)).not.toContain("Because of the audit");
  });
});
