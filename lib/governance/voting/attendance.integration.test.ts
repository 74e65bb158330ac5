// Attendance counted by the database (BRD-152 to BRD-154).
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { cast, stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, openVote } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { answerOf } from "../../testing/registry-world.ts";
import { openTrustVote } from "../../testing/trust-vote.ts";
import { listMembers } from "../board/operations/list-members.ts";
import { renewSeat } from "../board/operations/renew-seat.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { listNotifications } from "../notifications/operations/list-notifications.ts";
import { closeDueProposal } from "./operations/close-due-proposal.ts";
import { deferProposal } from "./operations/defer-proposal.ts";
import { flagMissedVotes } from "./operations/flag-missed-votes.ts";
import { readAttendance } from "./operations/read-attendance.ts";
import { recuseMember } from "./operations/recuse-member.ts";
import { withdrawProposal } from "./operations/withdraw-proposal.ts";

const START = "2026-03-02T09:00:00.000Z";
const HOUR = 3_600_000;
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

type Vote = Awaited<ReturnType<typeof openVote>>;
type Instead = "withdrawn" | "deferred" | "left_open";
type Plan = {
  readonly cast?: readonly PersonActor[];
  readonly recused?: readonly PersonActor[];
  readonly during?: (vote: Vote) => Promise<unknown>;
  readonly instead?: Instead;
};

/** One vote of an hour from beginning to end; the clock goes on by two. */
async function hold(own: BoardWorld, plan: Plan = {}): Promise<Vote> {
  const [clock] = await database.query<{ now: Date }>("SELECT governance_now() AS now");
  const vote = await openVote(own, { hours: 1 });
  const input = { reference: vote.reference, reason: "A close friend works on it" };
  for (const actor of plan.cast ?? []) await cast(actor, vote);
  for (const actor of plan.recused ?? []) await invoke(recuseMember, { actor, input });
  await plan.during?.(vote);
  if (plan.instead === "withdrawn") await invoke(withdrawProposal, { actor: own.owner, input });
  if (plan.instead === "deferred") await invoke(deferProposal, { actor: own.chair, input });
  const later = new Date((clock?.now.getTime() ?? 0) + 2 * HOUR);
  await database.setClock({ at: later });
  if (plan.instead === undefined) {
    const actor = systemActor(own.organizationId, "sweep");
    await invoke(closeDueProposal, { actor, input: { reference: vote.reference } });
  }
  return vote;
}
const read = async (own: BoardWorld, person: PersonActor) => {
  const { members } = await invoke(readAttendance, { actor: own.auditor, input: {} });
  return members.find((member) => member.userId === person.userId);
};
/** The seat becomes an advisor's, without a vote, from half an hour from now until half an hour after the vote's end. */
async function adviseMeanwhile(own: BoardWorld, { userId }: PersonActor): Promise<void> {
  await database.query(
    `WITH held AS (
       UPDATE board_members SET ended_at = governance_now() + interval '30 minutes'
       WHERE organization_id = $1 AND user_id = $2 RETURNING *)
     INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     SELECT organization_id, 'MBR-' || upper(substr(md5(random()::text), 1, 8)), user_id, part.role, part.from_at, part.to_at
     FROM held, LATERAL (VALUES
       ('external_advisor', governance_now() + interval '30 minutes', governance_now() + interval '90 minutes'),
       (held.role, governance_now() + interval '90 minutes', held.term_end_at)) AS part(role, from_at, to_at)`,
    [own.organizationId, userId],
  );
}
const flag = (own: BoardWorld) =>
  invoke(flagMissedVotes, { actor: systemActor(own.organizationId, "test"), input: {} });
const toldOf = async (person: PersonActor) => {
  const { items } = await invoke(listNotifications, { actor: person, input: { limit: 100 } });
  return items.filter((item) => item.kind === "voting.votes_missed").map((item) => item.title);
};

describe("counting", () => {
  test("[BRD-152] ballots of votes that ended, by the chair's first, with the share", async () => {
    const own = await buildBoard();
    expect(await read(own, own.risk)).toMatchObject({ entitled: 0, cast: 0, ratio: null, missedInARow: 0 });
    await hold(own, { cast: own.voters });
    const missed = await hold(own, { cast: [own.chair] });
    const { members } = await invoke(readAttendance, { actor: own.chair, input: {} });
    expect(members).toHaveLength(7);
    expect(members[0]).toMatchObject({ role: "chair", entitled: 2, cast: 2, ratio: 1, lastMissed: [] });
    expect(await read(own, own.risk)).toMatchObject({
      entitled: 2,
      cast: 1,
      ratio: 0.5,
      missedInARow: 1,
      lastMissed: [{ proposal: missed.reference }],
    });
    expect(members.some((member) => member.userId === own.advisor.userId)).toBe(false);
  });

  test.each<[string, (own: BoardWorld) => Plan, number]>([
    ["a vote that ended", () => ({}), 1],
    ["one the member is recused from", (own) => ({ recused: [own.risk] }), 0],
    ["one cast and then recused from", (own) => ({ cast: [own.risk], recused: [own.risk] }), 0],
    ["one withdrawn", () => ({ instead: "withdrawn" }), 0],
    ["one deferred", () => ({ instead: "deferred" }), 0],
    ["one past its deadline that nobody closed yet", () => ({ instead: "left_open" }), 0],
  ])("[BRD-152] counts, or not: %s", async (_name, toPlan, entitled) => {
    const own = await buildBoard();
    await hold(own, toPlan(own));
    expect(await read(own, own.risk)).toMatchObject({ entitled, cast: 0 });
  });

  test("[BRD-152] a right that ended before the vote did: silence is no absence, a ballot counts", async () => {
    const own = await buildBoard();
    await hold(own, {
      cast: [own.legal],
      during: () => Promise.all([own.risk, own.legal].map((person) => adviseMeanwhile(own, person))),
    });
    await hold(own);
    expect(await read(own, own.legal)).toMatchObject({ entitled: 2, cast: 1 });
    expect(await read(own, own.risk)).toMatchObject({ entitled: 1, cast: 0, missedInARow: 1 });
  });

  test("[BRD-152] a vote by trust counts for nobody", async () => {
    const own = await buildBoard();
    const vote = await openTrustVote(own);
    await database.setClock({ at: new Date(Date.parse(START) + 200 * HOUR) });
    const actor = systemActor(own.organizationId, "sweep");
    await invoke(closeDueProposal, { actor, input: { reference: vote.reference } });
    expect(await read(own, own.risk)).toMatchObject({ entitled: 0, cast: 0 });
  });

  test("[BRD-152] goes on over a renewal", async () => {
    const own = await buildBoard();
    await hold(own);
    const { items } = await invoke(listMembers, { actor: own.admin, input: {} });
    const seat = items.find((item) => item.userId === own.risk.userId);
    const { reference } = await invoke(renewSeat, { actor: own.admin, input: { reference: seat?.reference ?? "" } });
    await database.setClock({ at: "2028-03-03T09:00:00.000Z" });
    expect(await read(own, own.risk)).toMatchObject({
      seat: reference,
      entitled: 1,
      since: "2025-03-02T09:00:00.000Z",
    });
  });

  test("[BRD-152] is read by board, advisor, auditor and admin, of the own organisation", async () => {
    for (const actor of [world.chair, world.risk, world.advisor, world.auditor, world.admin]) {
      const { members } = await invoke(readAttendance, { actor, input: {} });
      expect(members.map((member) => member.userId).toSorted(), actor.name).toEqual(
        world.voters.map((voter) => voter.userId).toSorted(),
      );
    }
    expect(await answerOf(invoke(readAttendance, { actor: world.owner, input: {} }))).toBe("kernel.not_permitted");
  });
});

describe("three in a row", () => {
  const others = (own: BoardWorld) => own.voters.filter((voter) => voter !== own.risk);

  test("[BRD-153] [BRD-154] the chair is told when the third vote ends, once, and again of the next run", async () => {
    const own = await buildBoard();
    for (const count of [1, 2]) {
      await hold(own, { cast: others(own) });
      expect(await flag(own), `after ${count}`).toEqual({ members: [] });
    }
    await hold(own, { cast: others(own) });
    const both = await Promise.all([flag(own), flag(own)]);
    expect(both.flatMap((answer) => answer.members)).toEqual([own.risk.userId]);
    expect(await read(own, own.risk)).toMatchObject({ missedInARow: 3, isFlagged: true });
    await hold(own, { cast: others(own) });
    expect(await flag(own)).toEqual({ members: [] });
    expect(await toldOf(own.chair)).toEqual(["Rita Risk has missed 3 votes in a row"]);
    expect([await toldOf(own.risk), await toldOf(own.admin)]).toEqual([[], []]);

    await hold(own, { cast: own.voters });
    expect(await read(own, own.risk)).toMatchObject({ missedInARow: 0, isFlagged: false });
    for (let count = 0; count < 3; count += 1) await hold(own, { cast: others(own) });
    expect(await flag(own)).toEqual({ members: [own.risk.userId] });
    expect(await toldOf(own.chair)).toHaveLength(2);
    const acts = await database.query(
      "SELECT 1 FROM audit_entries WHERE organization_id = $1 AND action = 'voting.missed_votes_flagged'",
      [own.organizationId],
    );
    expect(acts).toHaveLength(2);
  });

  test("[BRD-153] a recusal neither counts nor ends the run", async () => {
    const own = await buildBoard();
    await hold(own, { cast: others(own) });
    await hold(own, { cast: others(own) });
    await hold(own, { cast: others(own), recused: [own.risk] });
    expect(await read(own, own.risk)).toMatchObject({ missedInARow: 2, isFlagged: false });
    await hold(own, { cast: others(own) });
    expect(await read(own, own.risk)).toMatchObject({ entitled: 3, missedInARow: 3, isFlagged: true });
  });

  test("[BRD-154] of the chair's own missed votes the admins are told", async () => {
    const own = await buildBoard();
    const present = own.voters.filter((voter) => voter !== own.chair);
    for (let count = 0; count < 3; count += 1) await hold(own, { cast: present });
    expect(await flag(own)).toEqual({ members: [own.chair.userId] });
    expect([await toldOf(own.admin), await toldOf(own.chair)]).toEqual([["Ada Chair has missed 3 votes in a row"], []]);
  });
});
