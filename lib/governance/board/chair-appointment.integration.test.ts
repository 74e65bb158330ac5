// A chair who is appointed and not yet in office counts as one (ORG-5, BRD-3).
import { afterAll, beforeAll, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type BoardWorld, buildBoard, buildModel } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, arrange } from "../../testing/identity-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { assignOwner } from "../registry/operations/assign-owner.ts";
import { registerModel } from "../registry/operations/register-model.ts";
import { loadOwnersByEmail } from "../registry/source-store.ts";
import { endSeat } from "./operations/end-seat.ts";
import { seatMember } from "./operations/seat-member.ts";

let database: TestDatabase;
let world: BoardWorld;
let successor: PersonActor;
let appointment: string;

beforeAll(async () => {
  database = await startTestDatabase();
  world = await buildBoard();
  successor = await addPerson(world.organizationId, {
    name: "Sue Ccessor",
    password: null,
    grantedRoles: ["model_owner"],
  });
  const [held] = await database.query<{ day: string }>(
    `SELECT to_char(term_end_at + interval '1 day', 'YYYY-MM-DD') AS day FROM board_members
     WHERE organization_id = $1 AND role = 'chair'`,
    [world.organizationId],
  );
  const input = { userId: successor.userId, role: "chair", termStartOn: held?.day ?? "" };
  appointment = (await invoke(seatMember, { actor: world.admin, input })).reference;
});
afterAll(() => database.stop());

test("[BRD-3] an appointed chair is given no model: assigned, registered or imported", async () => {
  const model = await buildModel(world);
  const assigned = invoke(assignOwner, { actor: world.admin, input: { models: [model], owner: successor.userId } });
  await expect(assigned).rejects.toMatchObject({ code: "registry.owner_chairs_board" });
  const input = { name: "Own idea", version: "1", description: "Sorts.", owner: successor.userId };
  const registered = invoke(registerModel, { actor: world.admin, input });
  await expect(registered).rejects.toMatchObject({ code: "registry.owner_chairs_board" });
  const owners = await arrange(world.organizationId, (tx) => loadOwnersByEmail(tx, [successor.email], "read"));
  expect([...owners.keys()]).toEqual([]);
});

test("[ORG-5] once the chair has gone the appointment stays, unless somebody is seated in its place", async () => {
  const [held] = await database.query<{ reference: string }>(
    "SELECT reference FROM board_members WHERE organization_id = $1 AND role = 'chair' AND reference <> $2",
    [world.organizationId, appointment],
  );
  const end = (reference: string) => invoke(endSeat, { actor: world.admin, input: { reference, reason: "Moved on" } });
  await end(held?.reference ?? "");
  await expect(end(appointment)).rejects.toMatchObject({ code: "board.chair_needs_successor", status: 409 });

  const [today] = await database.query<{ day: string }>("SELECT to_char(governance_now(), 'YYYY-MM-DD') AS day");
  const other = await addPerson(world.organizationId, { name: "Otto Other", password: null });
  const input = { userId: other.userId, role: "chair", termStartOn: today?.day ?? "", replaces: appointment };
  await invoke(seatMember, { actor: world.admin, input });
  const [withdrawn] = await database.query<{ never: boolean }>(
    "SELECT ended_at = term_start_at AS never FROM board_members WHERE organization_id = $1 AND reference = $2",
    [world.organizationId, appointment],
  );
  expect(withdrawn?.never).toBe(true);
});
