// The chair's seat and the successor's membership end through different doors; both at once must not leave nobody (ORG-5).
import { afterAll, beforeAll, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { buildBoard } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson } from "../../testing/identity-world.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { endSeat } from "./operations/end-seat.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(() => database.stop());

async function meet() {
  const world = await buildBoard();
  const successor = await addPerson(world.organizationId, { name: "Sue Ccessor", password: null });
  const [held] = await database.query<{ reference: string }>(
    "SELECT reference FROM board_members WHERE organization_id = $1 AND role = 'chair'",
    [world.organizationId],
  );
  await database.query(
    `INSERT INTO board_members (organization_id, reference, user_id, role, term_start_at, term_end_at)
     SELECT organization_id, 'MBR-SUCCESS1', $2, role, term_end_at, term_end_at + interval '2 years'
     FROM board_members WHERE reference = $1`,
    [held?.reference, successor.userId],
  );
  const input = { reference: held?.reference ?? "", reason: "Moved on" };
  const leave = { personId: successor.userId, reason: "Left" };
  return Promise.allSettled([
    invoke(endSeat, { actor: world.admin, input }),
    invoke(endMembership, { actor: world.admin, input: leave }),
  ]);
}

test("[ORG-5] the chair's seat and the successor's membership end at once: one of the two is refused", async () => {
  for (let round = 0; round < 4; round += 1) {
    const ends = await meet();
    expect(ends.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const end of ends) {
      if (end.status === "rejected") expect(end.reason.code).toMatch(/chair_needs_successor|only_chair/u);
    }
  }
});
