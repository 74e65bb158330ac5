// Renewed terms against a real PostgreSQL, several connections at once.
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { addPerson, currentPerson } from "../../testing/identity-world.ts";
import { answerOf } from "../../testing/registry-world.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { endSeat } from "./operations/end-seat.ts";
import { listMembers } from "./operations/list-members.ts";
import { readBoard } from "./operations/read-board.ts";
import { renewSeat } from "./operations/renew-seat.ts";
import { seatMember } from "./operations/seat-member.ts";
import { updateMember } from "./operations/update-member.ts";

const START = "2026-03-02T09:00:00.000Z";
/** Two years later, to the instant: when every term of the world ends. */
const END = "2028-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

async function seatOf(person: PersonActor): Promise<string> {
  const { items } = await invoke(listMembers, { actor: person, input: {} });
  return items.find((item) => item.userId === person.userId && item.state === "in_office")?.reference ?? "";
}
const renew = (reference: string, more: object = {}, actor = world.admin) =>
  invoke(renewSeat, { actor, input: { reference, ...more } });
const end = (reference: string, actor = world.admin) =>
  invoke(endSeat, { actor, input: { reference, reason: "Moved on" } });
const seatsOf = (person: PersonActor) =>
  database.query<{ reference: string; start: Date; end: Date; ended: Date | null }>(
    `SELECT reference, term_start_at AS start, term_end_at AS end, ended_at AS ended FROM board_members
     WHERE organization_id = $1 AND user_id = $2 ORDER BY term_start_at, reference`,
    [person.organizationId, person.userId],
  );
const actsOf = (own: BoardWorld, action: string) =>
  database.query<{ leaf: string }>(
    "SELECT leaf FROM audit_entries WHERE organization_id = $1 AND action = $2 ORDER BY number",
    [own.organizationId, action],
  );

describe("renewing", () => {
  test("[BRD-140] the member goes on without a gap, the term before stays, one act is on record", async () => {
    const own = await buildBoard();
    const before = await seatOf(own.risk);
    const answer = await renew(before, {}, own.admin);
    expect(answer).toMatchObject({ termStartAt: END, termEndAt: "2029-09-02T00:00:00.000Z" });
    const rows = await seatsOf(own.risk);
    expect(rows).toMatchObject([
      { reference: before, end: new Date(END), ended: null },
      { reference: answer.reference, start: new Date(END), ended: null },
    ]);
    const acts = await actsOf(own, "board.seat_renewed");
    expect(acts.map(({ leaf }) => JSON.parse(leaf))).toMatchObject([
      { subject: { reference: answer.reference }, details: { renews: before, role: "risk_officer" } },
    ]);
    for (const at of ["2028-03-02T08:59:59.999Z", END]) {
      await database.setClock({ at });
      expect((await currentPerson(own.organizationId, own.risk.userId)).roles, at).toEqual(["board_member"]);
    }
    const { members } = await invoke(readBoard, { actor: own.admin, input: {} });
    expect(members).toMatchObject([{ reference: answer.reference, state: "in_office", renews: before }]);
  });

  test("[BRD-141] two renewals of one seat at once: one wins, one seat and one act are made", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.legal);
    const answers = await Promise.all([1, 2, 3, 4].map(() => answerOf(renew(reference, {}, own.admin))));
    expect(answers.toSorted()).toEqual([...Array(3).fill("board.already_renewed"), "done"]);
    expect(await seatsOf(own.legal)).toHaveLength(2);
    expect(await actsOf(own, "board.seat_renewed")).toHaveLength(1);
  });

  test("[BRD-141] a renewal and a replacement of one seat at once: the seat goes on in one way", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.chair);
    const next = await addPerson(own.organizationId, { name: "Otto Other", password: null });
    const replaces = { userId: next.userId, role: "chair", termStartOn: "2026-03-02", replaces: reference };
    await Promise.all([
      answerOf(renew(reference, {}, own.admin)),
      answerOf(invoke(seatMember, { actor: own.admin, input: replaces })),
    ]);
    await database.setClock({ at: "2028-03-01T00:00:00.000Z" });
    const { members } = await invoke(readBoard, { actor: own.admin, input: {} });
    const chairs = members.filter((member) => member.role === "chair");
    expect(chairs).toMatchObject([{ userId: next.userId, state: "in_office" }]);
  });

  test("[BRD-141] refused at its field: an end before the start, below the minimum, nonsense", async () => {
    const reference = await seatOf(world.ethics);
    for (const termEndOn of ["2028-03-01", "2029-03-01", "2028-02-30", "tomorrow"]) {
      const error = await renew(reference, { termEndOn }).catch((thrown: unknown) => thrown);
      expect(error, termEndOn).toMatchObject({ status: 422, errors: [{ path: "termEndOn" }] });
    }
  });

  test("[BRD-141] refused: a chair with a successor, and a chair who owns a model", async () => {
    const own = await buildBoard();
    const next = await addPerson(own.organizationId, { name: "Sue Ccessor", password: null });
    const input = { userId: next.userId, role: "chair", termStartOn: "2028-03-03" };
    await invoke(seatMember, { actor: own.admin, input });
    expect(await answerOf(renew(await seatOf(own.chair), {}, own.admin))).toBe("board.chair_taken");

    const other = await buildBoard();
    await database.query(
      `INSERT INTO models (organization_id, reference, name, version, owner_user_id, status, tier, tier_reasons, risk_contributions, stage_dates)
       VALUES ($1, 'MDL-CHAIRS01', 'Own', '1', $2, 'active', 'tier_1_low', '[]', '[]', '{}')`,
      [other.organizationId, other.chair.userId],
    );
    expect(await answerOf(renew(await seatOf(other.chair), {}, other.admin))).toBe("board.chair_owns_models");
  });

  test("[BRD-141] only an admin renews; a seat of another organisation answers like an unknown one", async () => {
    const other = await buildBoard();
    const reference = await seatOf(world.data);
    for (const actor of [world.chair, world.data, world.auditor, world.owner]) {
      expect(await answerOf(renew(reference, {}, actor)), actor.name).toBe("kernel.not_permitted");
    }
    expect(await answerOf(renew(await seatOf(other.data)))).toBe("kernel.not_found");
    expect(await answerOf(renew("MBR-00000000"))).toBe("kernel.not_found");
    expect(await seatsOf(other.data)).toHaveLength(1);
  });
});

describe("a renewed seat", () => {
  test("[BRD-142] that is ended takes its renewal with it, and the person can be seated anew", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.business);
    const renewal = await renew(reference, {}, own.admin);
    await end(reference, own.admin);
    const [, second] = await seatsOf(own.business);
    expect(second).toMatchObject({ reference: renewal.reference, ended: new Date(END) });
    const [act] = await actsOf(own, "board.seat_ended");
    expect(JSON.parse(act?.leaf ?? "{}")).toMatchObject({ details: { withdrawn: renewal.reference } });
    const input = { userId: own.business.userId, role: "business_representative", termStartOn: "2026-03-02" };
    expect(await answerOf(invoke(seatMember, { actor: own.admin, input }))).toBe("done");
    await database.setClock({ at: "2028-06-01T00:00:00.000Z" });
    expect((await currentPerson(own.organizationId, own.business.userId)).roles).toEqual(["member"]);
  });

  test("[BRD-142] that is replaced takes its renewal with it", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.chair);
    await renew(reference, {}, own.admin);
    const next = await addPerson(own.organizationId, { name: "Nia Next", password: null });
    const input = { userId: next.userId, role: "chair", termStartOn: "2026-03-02", replaces: reference };
    expect(await answerOf(invoke(seatMember, { actor: own.admin, input }))).toBe("done");
    await database.setClock({ at: "2028-02-01T00:00:00.000Z" });
    const { members } = await invoke(readBoard, { actor: own.admin, input: {} });
    expect(members.filter((member) => member.role === "chair")).toMatchObject([{ userId: next.userId }]);
  });

  test("[BRD-142] the only chair is not ended on the strength of the own renewal, which can be withdrawn", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.chair);
    const renewal = await renew(reference, {}, own.admin);
    expect(await answerOf(end(reference, own.admin))).toBe("board.chair_needs_successor");
    expect(await answerOf(end(renewal.reference, own.admin))).toBe("done");
    const { members } = await invoke(readBoard, { actor: own.admin, input: {} });
    expect(members.find((member) => member.role === "chair")).toMatchObject({ state: "in_office", renewal: null });
    expect(await answerOf(renew(reference, {}, own.admin))).toBe("done");
  });

  test("[BRD-142] its end stays while it is renewed, the end of the renewal moves", async () => {
    const own = await buildBoard();
    const reference = await seatOf(own.data);
    const renewal = await renew(reference, {}, own.admin);
    const update = (seat: string, termEndOn: string) =>
      answerOf(invoke(updateMember, { actor: own.admin, input: { reference: seat, termEndOn } }));
    expect(await update(reference, "2027-12-01")).toBe("board.already_renewed");
    expect(await update(renewal.reference, "2030-01-01")).toBe("done");
  });

  test("[BRD-143] a term that ends soon says that it is renewed", async () => {
    const own = await buildBoard();
    const renewal = await renew(await seatOf(own.risk), {}, own.admin);
    await database.setClock({ at: "2028-02-01T00:00:00.000Z" });
    const { expiringTerms } = await invoke(readBoard, { actor: own.admin, input: {} });
    expect(expiringTerms).toHaveLength(8);
    expect(expiringTerms.filter((term) => term.hasSuccessor)).toMatchObject([
      { role: "risk_officer", followedBy: { reference: renewal.reference, name: "Rita Risk", isRenewal: true } },
    ]);
  });
});
