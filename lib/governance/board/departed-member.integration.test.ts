// Whoever comes back comes back without the seat they had (BRD-110, ORG-127).
import { afterAll, beforeAll, expect, test } from "vitest";
import { findMemberActor, systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { invitePerson } from "../identity/operations/invite-person.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { endDepartedSeats } from "./operations/end-departed-seats.ts";
import { endSeat } from "./operations/end-seat.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

const leave = (world: BoardWorld, person: PersonActor) =>
  invoke(endMembership, { actor: world.admin, input: { personId: person.userId, reason: "Left" } });
const comeBack = (world: BoardWorld, { email, name }: PersonActor) =>
  invoke(invitePerson, { actor: world.admin, input: { email, name, grantedRoles: ["auditor"] } });
const endSeatsOf = ({ organizationId, userId }: PersonActor) =>
  invoke(endDepartedSeats, { actor: systemActor(organizationId, "test"), input: { userId } });
const seatsOf = ({ organizationId, userId }: PersonActor) =>
  database.query<{ reference: string; ended: boolean; reason: string | null }>(
    `SELECT reference, ended_at IS NOT NULL AS ended, end_reason AS reason FROM board_members
     WHERE organization_id = $1 AND user_id = $2 ORDER BY term_start_at`,
    [organizationId, userId],
  );

test("[BRD-110] the running and the coming seat of somebody who left end by one act on record, once", async () => {
  const world = await buildBoard();
  await database.query(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     SELECT organization_id, 'MBR-COMING01', user_id, role, term_end_at, term_end_at + interval '2 years'
     FROM board_members WHERE organization_id = $1 AND user_id = $2`,
    [world.organizationId, world.risk.userId],
  );
  await leave(world, world.risk);
  const { ended } = await endSeatsOf(world.risk);
  const seats = await seatsOf(world.risk);
  expect(ended.toSorted()).toEqual(seats.map((seat) => seat.reference).toSorted());
  expect(seats.map((seat) => seat.ended)).toEqual([true, true]);
  expect((await endSeatsOf(world.risk)).ended).toEqual([]);
  const entries = await database.query(
    "SELECT FROM audit_entries WHERE organization_id = $1 AND action = 'board.departed_seats_ended'",
    [world.organizationId],
  );
  expect(entries).toHaveLength(1);
});

test("[ORG-127] until the seat has ended nobody comes back; afterwards without it", async () => {
  const world = await buildBoard();
  await leave(world, world.risk);
  await expect(comeBack(world, world.risk)).rejects.toMatchObject({ code: "identity.seat_not_ended", status: 409 });
  await endSeatsOf(world.risk);
  await comeBack(world, world.risk);
  expect((await findMemberActor(world.organizationId, world.risk.userId))?.roles).toEqual(["auditor"]);
});

test("[BRD-110] an act that comes late ends no seat of somebody who is a member", async () => {
  const world = await buildBoard();
  await leave(world, world.risk);
  const [seat] = await seatsOf(world.risk);
  await invoke(endSeat, { actor: world.admin, input: { reference: seat?.reference ?? "", reason: "By hand" } });
  await comeBack(world, world.risk);
  await database.query(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     VALUES ($1, 'MBR-ANEW0001', $2, 'data_steward', governance_now(), governance_now() + interval '2 years')`,
    [world.organizationId, world.risk.userId],
  );
  expect((await endSeatsOf(world.risk)).ended).toEqual([]);
  expect((await seatsOf(world.risk)).map((each) => each.ended)).toEqual([true, false]);
});
