// The rotation plan and the forecast against a real PostgreSQL.
import { describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, buildModel } from "../../testing/builders.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { addPerson } from "../../testing/identity-world.ts";
import { answerOf } from "../../testing/registry-world.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import type { PersonActor } from "../kernel/actor.ts";
import { forecastQuorum } from "./operations/forecast-quorum.ts";
import { listMembers } from "./operations/list-members.ts";
import { planRotation } from "./operations/plan-rotation.ts";
import { readRotation } from "./operations/read-rotation.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
stageBoard(START, (stage) => {
  ({ database, world } = stage);
});

const plan = (actor: PersonActor, role: string, revision: number, ...people: readonly PersonActor[]) =>
  invoke(planRotation, {
    actor,
    input: { role, revision, candidates: people.map(({ userId, name }) => ({ userId, note: `Knows ${name}` })) },
  });
const read = (actor: PersonActor) => invoke(readRotation, { actor, input: {} });
const roleOf = async (actor: PersonActor, role: string) => (await read(actor)).roles.find((each) => each.role === role);
const actsOf = (own: BoardWorld) =>
  database.query<{ leaf: string }>(
    "SELECT leaf FROM audit_entries WHERE organization_id = $1 AND action = 'board.rotation_planned' ORDER BY number",
    [own.organizationId],
  );

describe("the rotation plan", () => {
  test("[BRD-145] is written in order, changed as a whole, and on record without the notes", async () => {
    const own = await buildBoard();
    expect(await roleOf(own.chair, "risk_officer")).toMatchObject({ revision: 0, candidates: [], plannedAt: null });
    await plan(own.chair, "risk_officer", 0, own.otherOwner, own.owner);
    const second = await plan(own.admin, "risk_officer", 1, own.owner);
    expect(second).toMatchObject({ revision: 2, plannedByName: "Ari Admin", plannedAt: START });
    expect((await roleOf(own.auditor, "risk_officer"))?.candidates).toMatchObject([
      { name: "Mira Owner", note: "Knows Mira Owner", outcome: "suitable" },
    ]);
    expect(await plan(own.admin, "risk_officer", 2, own.owner)).toMatchObject({ revision: 2 });
    expect((await plan(own.admin, "risk_officer", 2)).candidates).toEqual([]);
    const leaves = (await actsOf(own)).map(({ leaf }) => leaf);
    expect(leaves.map((leaf) => JSON.parse(leaf).details)).toEqual([
      { role: "risk_officer", revision: 1, before: [], after: [own.otherOwner.userId, own.owner.userId] },
      {
        role: "risk_officer",
        revision: 2,
        before: [own.otherOwner.userId, own.owner.userId],
        after: [own.owner.userId],
      },
      { role: "risk_officer", revision: 3, before: [own.owner.userId], after: [] },
    ]);
    expect(leaves.join()).not.toContain("Knows");
  });

  test("[BRD-145] two who change it at once: one is refused and nothing is lost", async () => {
    const own = await buildBoard();
    const answers = await Promise.all([
      answerOf(plan(own.chair, "chair", 0, own.owner)),
      answerOf(plan(own.admin, "chair", 0, own.otherOwner)),
    ]);
    expect(answers.toSorted()).toEqual(["board.rotation_changed_meanwhile", "done"]);
    const kept = await roleOf(own.chair, "chair");
    expect(kept?.revision).toBe(1);
    expect(kept?.candidates.map((each) => each.name)).toEqual([answers[0] === "done" ? "Mira Owner" : "Otis Owner"]);
    expect(await actsOf(own)).toHaveLength(1);
  });

  test("[BRD-145] refuses strangers, people of others, people who left and the holder, each at the field", async () => {
    const own = await buildBoard();
    const other = await buildBoard();
    const left = await addPerson(own.organizationId, { name: "Lee Left", password: null });
    await invoke(endMembership, { actor: own.admin, input: { personId: left.userId, reason: "Left" } });
    for (const [index, person] of [other.owner, left, own.risk].entries()) {
      const error = await plan(own.admin, "risk_officer", 0, own.owner, person).catch((thrown: unknown) => thrown);
      const code = index < 2 ? "board.person_unknown" : "board.candidate_in_office";
      expect(error, person.name).toMatchObject({ status: 422, errors: [{ path: "candidates.1.userId", code }] });
    }
    expect(await roleOf(own.admin, "risk_officer")).toMatchObject({ revision: 0, candidates: [] });
  });

  test("[BRD-145] is written by chair and admin, read by board, advisor and auditor, and stays in its organisation", async () => {
    const own = await buildBoard();
    await plan(own.chair, "data_steward", 0, own.owner);
    for (const actor of [own.risk, own.advisor, own.auditor, own.owner]) {
      expect(await answerOf(plan(actor, "data_steward", 1)), actor.name).toBe("kernel.not_permitted");
    }
    expect(await answerOf(read(own.owner))).toBe("kernel.not_permitted");
    for (const actor of [own.risk, own.advisor, own.auditor]) {
      expect((await roleOf(actor, "data_steward"))?.candidates, actor.name).toHaveLength(1);
    }
    expect((await read(world.chair)).roles.flatMap((role) => role.candidates)).toEqual([]);
  });

  test("[BRD-146] warns of a candidate for the chair who owns a model, and of one who has left since", async () => {
    const own = await buildBoard();
    const model = await buildModel(own);
    await plan(own.admin, "chair", 0, own.owner, own.technical, own.otherOwner);
    await invoke(endMembership, { actor: own.admin, input: { personId: own.otherOwner.userId, reason: "Left" } });
    const candidates = (await roleOf(own.chair, "chair"))?.candidates ?? [];
    expect(candidates.map(({ outcome, reasons }) => [outcome, reasons[0]?.code])).toEqual([
      ["to_settle", "board.chair_owns_models"],
      ["to_settle", "board.candidate_holds_seat"],
      ["unavailable", "board.candidate_left"],
    ]);
    expect(candidates[0]?.reasons[0]?.facts).toEqual({ models: [model] });
  });

  test("[BRD-147] warns of the quarter in which every term of this board ends", async () => {
    const { crowdedQuarters } = await read(world.chair);
    expect(crowdedQuarters).toMatchObject([{ quarter: "Q1 2028", of: 8 }]);
    expect(crowdedQuarters[0]?.ending).toHaveLength(8);
  });

  test("[BRD-145] a plan is made by a person", async () => {
    const actor = systemActor(world.organizationId, "test");
    const input = { role: "chair", revision: 0, candidates: [{ userId: world.owner.userId }] };
    expect(await answerOf(invoke(planRotation, { actor, input }))).toBe("kernel.sign_in_required");
  });
});

describe("the forecast", () => {
  const ask = (input: object, actor = world.owner) => invoke(forecastQuorum, { actor, input });
  const seats = async () => {
    const { items } = await invoke(listMembers, { actor: world.admin, input: {} });
    return new Map(items.map((item) => [item.role, item.reference]));
  };

  test("[BRD-148] [BRD-149] today, and with four of seven recused", async () => {
    expect(await ask({})).toMatchObject({ on: "2026-03-02", canAchieveQuorum: true, available: 7, required: 4 });
    const of = await seats();
    const recused = ["risk_officer", "legal_counsel", "data_steward", "technical_lead"] as const;
    const answer = await ask({ on: "2026-05-12", recused: recused.map((role) => of.get(role) ?? "") });
    expect(answer).toMatchObject({ canAchieveQuorum: false, available: 3, required: 4 });
    expect(answer.sentence).toContain("are recused: no quorum on 12 May 2026. 3 of 7 voting members can take part");
  });

  test("[BRD-150] every term ends on one day: nothing within a year, then the loss is seen coming", async () => {
    expect((await ask({})).lossOn).toBeNull();
    await database.setClock({ at: "2027-06-01T09:00:00.000Z" });
    const answer = await ask({ on: "2028-03-03" });
    expect(answer).toMatchObject({ lossOn: "2028-03-02", canAchieveQuorum: false, votingSeats: 0 });
    expect(answer.steps).toMatchObject([{ on: "2028-03-02", canAchieveQuorum: false }]);
    expect(answer.vacantRequiredRoles).toEqual(["chair", "technical_lead", "risk_officer", "ethics_representative"]);
  });

  test("[BRD-151] refused at the field: yesterday, in six years, nonsense, a seat of another organisation", async () => {
    const other = await buildBoard();
    const { items } = await invoke(listMembers, { actor: other.admin, input: {} });
    const foreign = items[0]?.reference ?? "";
    for (const [input, path] of [
      [{ on: "2026-03-01" }, "on"],
      [{ on: "2032-03-02" }, "on"],
      [{ on: "12 May" }, "on"],
      [{ recused: [foreign] }, "recused.0"],
      [{ recused: ["MBR-00000000"] }, "recused.0"],
    ] as const) {
      const error = await ask(input).catch((thrown: unknown) => thrown);
      expect(error, JSON.stringify(input)).toMatchObject({ code: "kernel.invalid_input", errors: [{ path }] });
    }
  });
});
