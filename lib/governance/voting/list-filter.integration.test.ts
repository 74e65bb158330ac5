// What narrows the list of proposals (VOT-192), and the figures by month (VOT-194).
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, buildModel, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { cancelProposal } from "./operations/cancel-proposal.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { closeProposal } from "./operations/close-proposal.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { listProposers } from "./operations/list-proposers.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { recuseMember } from "./operations/recuse-member.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const list = async (own: BoardWorld, input: object, actor: PersonActor = own.auditor) =>
  (await invoke(listProposals, { actor, input })).items.map((item) => item.reference);

async function draftBy(own: BoardWorld, actor: PersonActor): Promise<string> {
  const model = await buildModel(own);
  await database.query("UPDATE models SET status = 'deprecated' WHERE reference = $1", [model]);
  const payload = { model, reason: "Replaced" };
  const input = { kind: "decommission", title: "Retire", description: "Replaced", payload };
  return (await invoke(createProposal, { actor, input })).reference;
}

describe("the list is narrowed", () => {
  test("[VOT-192] by closing within 24 hours: to the millisecond, and only while it is open", async () => {
    const own = await buildBoard();
    const [soon, later] = [await openVote(own, { hours: 24 }), await openVote(own, { hours: 25 })];
    expect(await list(own, { closingSoon: true })).toEqual([soon.reference]);
    expect(await list(own, { group: "open", closingSoon: false })).toEqual([later.reference]);
    await database.setClock({ at: "2026-03-02T10:00:00.000Z" });
    expect(await list(own, { group: "open", closingSoon: true })).toEqual([soon.reference, later.reference]);
    await database.setClock({ at: "2026-03-03T09:00:00.000Z" });
    expect(await list(own, { closingSoon: true }), "at the deadline it is over").toEqual([later.reference]);
  });

  test("[VOT-192] by what these members can no longer decide", async () => {
    const own = await buildBoard();
    const [lost, fine] = [await openVote(own), await openVote(own)];
    for (const actor of own.voters.slice(0, 6)) {
      await invoke(recuseMember, { actor, input: { reference: lost.reference, reason: "My own project" } });
    }
    expect(await list(own, { inquorate: true })).toEqual([lost.reference]);
    expect(await list(own, { group: "open", inquorate: false })).toEqual([fine.reference]);
  });

  test("[VOT-192] by its proposer, whose drafts others still do not see", async () => {
    const own = await buildBoard();
    const vote = await openVote(own);
    const draft = await draftBy(own, own.risk);
    expect(await list(own, { proposer: own.owner.userId })).toEqual([vote.reference]);
    expect(await list(own, { proposer: own.risk.userId })).toEqual([]);
    expect(await list(own, { proposer: own.risk.userId }, own.risk)).toEqual([draft]);
    expect(await list(own, { proposer: own.risk.userId, group: "draft" }, own.admin)).toEqual([draft]);
    expect(await list(own, { proposer: own.legal.userId })).toEqual([]);
    const names = async (actor: PersonActor) =>
      (await invoke(listProposers, { actor, input: {} })).items.map(({ name, proposals }) => [name, proposals]);
    expect(await names(own.auditor)).toEqual([["Mira Owner", 1]]);
    expect(await names(own.admin)).toEqual([
      ["Mira Owner", 1],
      ["Rita Risk", 1],
    ]);
  });

  test.each([
    ["a proposer that is no id", { proposer: "me" }],
    ["a flag that is none", { closingSoon: "perhaps" }],
    ["an unknown filter", { quorum: true }],
  ])("[VOT-192] %s is refused", async (_, input) => {
    await expect(list(world, input)).rejects.toMatchObject({ status: 422 });
  });
});

describe("figures by month", () => {
  test("[VOT-194] decisions, time and participation fall into the month of the organisation's zone", async () => {
    const own = await buildBoard();
    await database.query("UPDATE organizations SET time_zone = 'Asia/Tokyo' WHERE id = $1", [own.organizationId]);
    const [quick, slow, dropped] = [await openVote(own), await openVote(own), await openVote(own)];
    for (const voter of own.voters) await cast(voter, quick, "yes");
    for (const voter of own.voters.slice(0, 4)) await cast(voter, slow, "no");
    await database.setClock({ at: "2026-03-03T09:00:00.000Z" });
    await invoke(closeProposal, { actor: own.chair, input: { reference: quick.reference } });
    const reason = "Proposed twice";
    await invoke(cancelProposal, { actor: own.admin, input: { reference: dropped.reference, reason } });
    await invoke(cancelProposal, { actor: own.admin, input: { reference: await draftBy(own, own.risk), reason } });
    await database.setClock({ at: "2026-03-05T09:00:00.000Z" });
    const sweep = systemActor(own.organizationId, "sweep");
    await invoke(closeDueProposal, { actor: sweep, input: { reference: slow.reference } });
    // 15:00 UTC on the last of March is April in Tokyo.
    await database.setClock({ at: "2026-03-31T15:00:00.000Z" });
    const { months } = await invoke(readMetrics, { actor: own.auditor, input: {} });
    expect(months).toHaveLength(12);
    expect(months.at(-1)).toMatchObject({
      startsAt: "2026-03-31T15:00:00.000Z",
      medianHours: null,
      participationRatio: null,
    });
    expect(months.at(-2)).toMatchObject({
      startsAt: "2026-02-28T15:00:00.000Z",
      decided: { approved: 1, rejected: 1, withdrawn: 1, conditional: 0, deferred: 0 },
      medianHours: 24,
    });
    expect(months.at(-2)?.participationRatio).toBeCloseTo((1 + 4 / 7) / 2, 10);
    expect(
      months
        .slice(0, -2)
        .flatMap(({ decided }) => Object.values(decided))
        .every((count) => count === 0),
    ).toBe(true);
  });
});
