// Seats, conflicts and the first run against a real PostgreSQL, several connections at once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { disconnectDatabase } from "../../db/client.ts";
import { isTaken } from "../../db/database-error.ts";
import { runUnitOfWork } from "../../db/unit-of-work.ts";
import { findMemberActor, systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { answerOf } from "../../testing/registry-world.ts";
import { createMembership, ensureUser, isPassword } from "../identity/store.ts";
import type { Actor, PersonActor } from "../kernel/actor.ts";
import { declareConflict } from "../voting/operations/declare-conflict.ts";
import { toCharterContent } from "./charter-template.ts";
import { endSeat } from "./operations/end-seat.ts";
import { foundOrganization } from "./operations/found-organization.ts";
import { listCharterVersions } from "./operations/list-charter-versions.ts";
import { listMembers } from "./operations/list-members.ts";
import { readBoard } from "./operations/read-board.ts";
import { readCharter } from "./operations/read-charter.ts";
import { readDecisionRights } from "./operations/read-decision-rights.ts";
import { seatMember } from "./operations/seat-member.ts";
import { updateMember } from "./operations/update-member.ts";
import { withdrawConflict } from "./operations/withdraw-conflict.ts";
import type { BoardRole } from "./schema.ts";
import { createSeat } from "./store.ts";

const NOW = "2026-11-20T09:00:00.000Z";
const TODAY = "2026-11-20";
let database: TestDatabase;

beforeAll(async () => {
  database = await startTestDatabase();
});
afterAll(async () => {
  await disconnectDatabase();
  await database.stop();
});
beforeEach(() => database.setClock({ at: NOW }));

const founding = {
  organizationName: "Nordwind Mutual",
  timeZone: "Europe/Berlin",
  template: "standard",
  adminName: "Ada Admin",
  adminEmail: "ada@example.org",
  adminPassword: "correct horse battery",
};

type World = { organizationId: string; admin: PersonActor };

/** An organisation of its own for a test, founded by the product itself. */
async function found(): Promise<World> {
  const organizationId = randomUUID();
  const input = { ...founding, adminEmail: `${randomUUID()}@example.org`, isFurther: true };
  const { adminUserId } = await invoke(foundOrganization, { actor: systemActor(organizationId, "test"), input });
  return { organizationId, admin: await actorOf(organizationId, adminUserId) };
}

async function actorOf(organizationId: string, userId: string): Promise<PersonActor> {
  const actor = await findMemberActor(organizationId, userId);
  if (actor === null) throw new Error("no such member");
  return actor;
}

function work<Result>(world: World, act: Parameters<typeof runUnitOfWork<Result>>[1]): Promise<Result> {
  const scope = {
    organizationId: world.organizationId,
    actor: world.admin,
    requestId: "test",
    effect: "write",
  } as const;
  return runUnitOfWork(scope, (tx, now) => {
    tx.unchanged();
    return act(tx, now);
  });
}

function addPerson(world: World, name: string): Promise<string> {
  return work(world, async (tx) => {
    const userId = await ensureUser(tx, { email: `${randomUUID()}@example.org`, name });
    await createMembership(tx, { userId, grantedRoles: [] });
    return userId;
  });
}

async function addModel(world: World, ownerUserId: string | null, status = "active"): Promise<string> {
  const reference = `MDL-${randomUUID().slice(0, 8).toUpperCase()}`;
  await work(world, (tx) =>
    tx.db.model.create({
      data: {
        reference,
        name: reference,
        version: "1",
        ownerUserId,
        status,
        tier: "tier_1_low",
        tierReasons: [],
        riskContributions: [],
        stageDates: {},
      },
    }),
  );
  return reference;
}

const seat = (world: World, userId: string, role: BoardRole, more: Record<string, unknown> = {}) =>
  invoke(seatMember, { actor: world.admin, input: { userId, role, termStartOn: TODAY, ...more } });

async function seatNew(world: World, role: BoardRole, more: Record<string, unknown> = {}) {
  const userId = await addPerson(world, `Person ${role}`);
  return { userId, ...(await seat(world, userId, role, more)) };
}

const board = (world: World) => invoke(readBoard, { actor: world.admin, input: {} });

async function entriesOf(world: World) {
  return database.query<{ action: string; leaf: string; outcome: string }>(
    "SELECT action, leaf, outcome FROM audit_entries WHERE organization_id = $1 ORDER BY number",
    [world.organizationId],
  );
}
const actionsOf = async (world: World) => (await entriesOf(world)).map((entry) => entry.action);

describe("first run", () => {
  const stranger = (): Actor => ({ kind: "anonymous", organizationId: randomUUID(), address: "127.0.0.1" });

  test("[ORG-6] two first runs at once: exactly one wins, nothing is left of the other, a third is refused", async () => {
    const actors = [stranger(), stranger()];
    const answers = await Promise.all(
      actors.map((actor, index) =>
        answerOf(invoke(foundOrganization, { actor, input: { ...founding, adminEmail: `ada${index}@example.org` } })),
      ),
    );
    expect(answers.toSorted()).toEqual(["board.already_set_up", "done"]);
    const winner = actors[answers.indexOf("done")];
    const loser = actors[answers.indexOf("board.already_set_up")];
    const rows = await database.query("SELECT organization_id FROM installation");
    expect(rows).toEqual([{ organization_id: winner?.organizationId }]);
    for (const table of ["memberships", "charter_versions", "audit_entries"]) {
      const left = await database.query(`SELECT 1 FROM ${table} WHERE organization_id = $1`, [loser?.organizationId]);
      expect(left, table).toEqual([]);
    }
    expect(await answerOf(invoke(foundOrganization, { actor: stranger(), input: founding }))).toBe(
      "board.already_set_up",
    );
  });

  test("[ORG-140] the first admin begins with core trust: somebody has to propose the trust of the others", async () => {
    expect((await found()).admin.trustLevel).toBe("core");
  });

  test("[ORG-6] gives an admin who can sign in, charter version 1 from the template, and one audit entry", async () => {
    const world = await found();
    expect(world.admin.roles).toEqual(["admin"]);
    const [user] = await database.query<{ password_hash: string }>("SELECT password_hash FROM users WHERE id = $1", [
      world.admin.userId,
    ]);
    expect(user?.password_hash).toMatch(/^\$argon2id\$/u);
    expect(await isPassword(founding.adminPassword, user?.password_hash ?? null)).toBe(true);
    const charter = await invoke(readCharter, { actor: world.admin, input: {} });
    expect(charter).toMatchObject({ version: 1, label: "1.0", isInForce: true, effectiveAt: NOW });
    expect(charter.reference).toMatch(/^CHR-[0-9A-Z]{8}$/u);
    expect(charter.content).toEqual(toCharterContent("standard", founding.organizationName));
    const entries = await entriesOf(world);
    expect(entries.map((entry) => entry.action)).toEqual(["board.organization_founded"]);
    expect(entries[0]?.leaf).not.toMatch(/Ada Admin|Nordwind|example\.org/u);
  });

  test("[BRD-108] founding flags are the product's own; a known person keeps the password", async () => {
    for (const flag of ["isDemo", "isFurther"]) {
      const act = invoke(foundOrganization, { actor: stranger(), input: { ...founding, [flag]: true } });
      expect(await answerOf(act)).toBe("board.set_up_flag");
    }
    const input = { ...founding, adminEmail: `${randomUUID()}@example.org`, isFurther: true };
    const first = await invoke(foundOrganization, { actor: systemActor(randomUUID(), "test"), input });
    const again = { ...input, adminPassword: "another password altogether" };
    const second = await invoke(foundOrganization, { actor: systemActor(randomUUID(), "test"), input: again });
    expect(second.adminUserId).toBe(first.adminUserId);
    const [user] = await database.query<{ password_hash: string }>("SELECT password_hash FROM users WHERE id = $1", [
      first.adminUserId,
    ]);
    expect(await isPassword(founding.adminPassword, user?.password_hash ?? null)).toBe(true);
  });

  test.each([
    ["a short password", { adminPassword: "elevenchars" }, "adminPassword"],
    ["an unknown time zone", { timeZone: "Mars/Olympus" }, "timeZone"],
    ["an unknown template", { template: "galactic" }, "template"],
    ["no organisation", { organizationName: "  " }, "organizationName"],
    ["an ill-formed address", { adminEmail: "ada" }, "adminEmail"],
    ["an unknown field", { plan: "gold" }, "plan"],
  ])("[ORG-6] %s is refused at its field", async (_name, change, path) => {
    const error = await invoke(foundOrganization, { actor: stranger(), input: { ...founding, ...change } }).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code: "kernel.invalid_input", errors: [{ path }] });
  });
});

describe("seating", () => {
  test("[BRD-2] a member gets the minimum term, over the clock change, and the rights of the seat at once", async () => {
    const world = await found();
    const { userId, reference, termEndAt } = await seatNew(world, "risk_officer", { expertise: ["audit"] });
    expect(reference).toMatch(/^MBR-/u);
    // 20 November 2026 + 18 months = 20 May 2028, midnight in Berlin's summer.
    expect(termEndAt).toBe("2028-05-19T22:00:00.000Z");
    expect((await actorOf(world.organizationId, userId)).roles).toEqual(["board_member"]);
    await database.setClock({ at: "2028-05-19T21:59:59.999Z" });
    expect((await board(world)).members[0]).toMatchObject({ reference, votes: true, state: "in_office" });
    await database.setClock({ at: "2028-05-19T22:00:00.000Z" });
    expect((await board(world)).members).toEqual([]);
    expect((await actorOf(world.organizationId, userId)).roles).toEqual(["member"]);
  });

  test("[BRD-1] two chairs at once: exactly one is seated", async () => {
    const world = await found();
    const people = await Promise.all(["A", "B", "C", "D"].map((name) => addPerson(world, name)));
    const answers = await Promise.all(people.map((userId) => answerOf(seat(world, userId, "chair"))));
    expect(answers.toSorted()).toEqual(["board.chair_taken", "board.chair_taken", "board.chair_taken", "done"]);
    expect((await board(world)).members).toHaveLength(1);
    expect((await actionsOf(world)).filter((action) => action === "board.member_seated")).toHaveLength(1);
  });

  test("[BRD-1] the database itself refuses a second chair and a second seat of one person", async () => {
    const world = await found();
    const chair = await seatNew(world, "chair");
    const term = { termStartAt: new Date("2027-01-01"), termEndAt: new Date("2029-01-01") };
    const rest = { department: "", expertise: [], ...term };
    const other = await addPerson(world, "Other");
    const second = work(world, (tx) => createSeat(tx, { userId: other, role: "chair", ...rest }));
    expect(isTaken(await second.catch((error: unknown) => error))).toBe(true);
    const twice = work(world, (tx) => createSeat(tx, { userId: chair.userId, role: "data_steward", ...rest }));
    expect(isTaken(await twice.catch((error: unknown) => error))).toBe(true);
  });

  test("[BRD-3] a chair who owns a model is refused; a decommissioned one does not count; a lead is seated", async () => {
    const world = await found();
    const owner = await addPerson(world, "Owner");
    const model = await addModel(world, owner);
    const refused = await seat(world, owner, "chair").catch((error: unknown) => error);
    expect(refused).toMatchObject({ code: "board.chair_owns_models", facts: { models: [model] } });
    expect((await seat(world, owner, "technical_lead")).recusedOnModels).toEqual([model]);
    const former = await addPerson(world, "Former owner");
    await addModel(world, former, "decommissioned");
    expect(await answerOf(seat(world, former, "chair"))).toBe("done");
  });

  test("[BRD-105] a replacement ends one seat and begins the other at the same instant", async () => {
    const world = await found();
    const before = await seatNew(world, "chair");
    await database.setClock({ at: "2026-12-01T10:00:00.000Z" });
    const userId = await addPerson(world, "Next");
    expect(await answerOf(seat(world, userId, "chair", { termStartOn: "2026-12-01" }))).toBe("board.chair_taken");
    const next = await seat(world, userId, "chair", { termStartOn: "2026-12-01", replaces: before.reference });
    const { items } = await invoke(listMembers, { actor: world.admin, input: {} });
    expect(items.map((item) => [item.reference, item.state, item.termStartAt, item.endedAt])).toEqual([
      [next.reference, "in_office", "2026-12-01T10:00:00.000Z", null],
      [before.reference, "ended", NOW, "2026-12-01T10:00:00.000Z"],
    ]);
    expect((await actorOf(world.organizationId, before.userId)).roles).toEqual(["member"]);
  });

  test("[BRD-103] [BRD-105] refused: below the minimum, a seated person, a stranger, an unknown seat to replace", async () => {
    const world = await found();
    const { userId } = await seatNew(world, "chair");
    const other = await addPerson(world, "Other");
    const answers = [
      await answerOf(seat(world, other, "data_steward", { termEndOn: "2028-05-19" })),
      await answerOf(seat(world, userId, "data_steward")),
      await answerOf(seat(world, randomUUID(), "data_steward")),
      await answerOf(seat(world, other, "chair", { replaces: "MBR-00000000" })),
      await answerOf(seat(world, other, "data_steward", { termEndOn: "2027-02-30" })),
    ];
    expect(answers).toEqual([
      "board.term_refused",
      "board.person_seated",
      "board.person_unknown",
      "kernel.not_found",
      "kernel.invalid_input",
    ]);
  });

  test("[BRD-105] a term is extended, not into the successor's; nothing new changes nothing", async () => {
    const world = await found();
    const { reference } = await seatNew(world, "chair");
    await seatNew(world, "chair", { termStartOn: "2028-12-01" });
    const update = (input: object) => invoke(updateMember, { actor: world.admin, input: { reference, ...input } });
    expect((await update({ termEndOn: "2028-12-01", department: "Office" })).termEndAt).toBe(
      "2028-11-30T23:00:00.000Z",
    );
    const entries = (await actionsOf(world)).length;
    await update({ termEndOn: "2028-12-01", department: "Office" });
    expect((await actionsOf(world)).length).toBe(entries);
    expect(await answerOf(update({ termEndOn: "2028-12-02" }))).toBe("board.chair_taken");
    expect(await answerOf(update({}))).toBe("kernel.invalid_input");
  });
});

describe("leaving", () => {
  const end = (world: World, reference: string) =>
    invoke(endSeat, { actor: world.admin, input: { reference, reason: "Moved on" } });

  test("[ORG-5] the only chair stays until a successor is appointed", async () => {
    const world = await found();
    const { reference } = await seatNew(world, "chair");
    expect(await answerOf(end(world, reference))).toBe("board.chair_needs_successor");
    await seatNew(world, "chair", { termStartOn: "2028-11-20" });
    expect(await answerOf(end(world, reference))).toBe("done");
  });

  test("[BRD-109] a seat that has ended takes no more changes", async () => {
    const world = await found();
    const { reference, userId } = await seatNew(world, "data_steward");
    expect((await end(world, reference)).state).toBe("ended");
    expect((await actorOf(world.organizationId, userId)).roles).toEqual(["member"]);
    const update = { actor: world.admin, input: { reference, department: "X" } };
    expect([await answerOf(end(world, reference)), await answerOf(invoke(updateMember, update))]).toEqual([
      "board.seat_not_held",
      "board.seat_not_held",
    ]);
  });

  test("[BRD-109] an appointment withdrawn before its first day leaves the seat free", async () => {
    const world = await found();
    const { reference, userId } = await seatNew(world, "risk_officer", { termStartOn: "2027-01-01" });
    expect((await end(world, reference)).state).toBe("ended");
    expect((await board(world)).members).toEqual([]);
    expect(await answerOf(seat(world, userId, "risk_officer"))).toBe("done");
  });

  test("[BRD-102] a member whose membership ended does not count, and the seat can be taken over", async () => {
    const world = await found();
    const { reference, userId } = await seatNew(world, "chair");
    await database.query("UPDATE memberships SET ended_at = $1 WHERE user_id = $2", [NOW, userId]);
    const view = await board(world);
    expect([view.members, view.capability.totalVotingMembers]).toEqual([[], 0]);
    const next = await addPerson(world, "Next");
    await database.setClock({ at: "2026-11-20T09:00:01.000Z" });
    expect(await answerOf(seat(world, next, "chair", { replaces: reference }))).toBe("done");
  });
});

describe("the board as it stands", () => {
  test("[BRD-4] [BRD-1] quorum capability and vacancies follow the seats", async () => {
    const world = await found();
    expect((await board(world)).capability).toMatchObject({ totalVotingMembers: 0, canAchieveQuorum: false });
    for (const role of ["chair", "technical_lead", "risk_officer", "external_advisor"] as const)
      await seatNew(world, role);
    const view = await board(world);
    expect(view.capability).toMatchObject({ totalVotingMembers: 3, requiredForQuorum: 2, canAchieveQuorum: true });
    expect(view.isComplete).toBe(false);
    expect(view.vacancies.filter((vacancy) => vacancy.isRequired).map((vacancy) => vacancy.role)).toEqual([
      "ethics_representative",
    ]);
  });

  test("[BRD-6] a term that ends within 90 days is listed", async () => {
    const world = await found();
    await seatNew(world, "ethics_representative", { termStartOn: "2026-01-15" });
    expect((await board(world)).expiringTerms).toMatchObject([{ role: "ethics_representative", daysLeft: 55 }]);
  });

  test("[BRD-8] the decision rights and the versions of the charter in force", async () => {
    const world = await found();
    const rights = await invoke(readDecisionRights, { actor: world.admin, input: {} });
    expect(rights).toMatchObject({ version: 1, sealedBallots: false });
    expect(rights.decisionRights.policy_change.authority).toBe("full_board");
    const versions = await invoke(listCharterVersions, { actor: world.admin, input: {} });
    expect(versions).toMatchObject({ items: [{ version: 1, isInForce: true }], nextCursor: null });
    const missing = invoke(readCharter, { actor: world.admin, input: { version: 2 } });
    expect(await answerOf(missing)).toBe("kernel.not_found");
  });

  test("[BRD-2] the list of seats pages by cursor without losing one", async () => {
    const world = await found();
    for (const role of ["chair", "data_steward", "legal_counsel"] as const) await seatNew(world, role);
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await invoke(listMembers, { actor: world.admin, input: { limit: 2, ...(cursor && { cursor }) } });
      seen.push(...page.items.map((item) => item.role));
      cursor = page.nextCursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual(["legal_counsel", "data_steward", "chair"]);
  });
});

describe("conflicts of interest", () => {
  const declare = (actor: Actor, input: object) => invoke(declareConflict, { actor, input });

  test("[BRD-5] [BRD-106] declared once, shown with its reason, withdrawn once, on record throughout", async () => {
    const world = await found();
    const { reference, userId } = await seatNew(world, "data_steward");
    const model = await addModel(world, null);
    const self = await actorOf(world.organizationId, userId);
    const wish = { reference, kind: "model", model: model.toLowerCase(), reason: "Built it" };
    const answers = await Promise.all([declare(self, wish), declare(self, wish), declare(world.admin, wish)]);
    expect(new Set(answers.map((answer) => answer.id)).size).toBe(1);
    expect((await board(world)).conflicts).toMatchObject([{ userId, target: model, reason: "Built it" }]);
    const withdrawal = { actor: self, input: { reference, conflictId: answers[0]?.id } };
    expect(await answerOf(invoke(withdrawConflict, withdrawal))).toBe("done");
    expect(await answerOf(invoke(withdrawConflict, withdrawal))).toBe("board.conflict_gone");
    expect((await board(world)).conflicts).toEqual([]);
    const actions = (await actionsOf(world)).filter((action) => action.startsWith("board.conflict"));
    expect(actions).toEqual(["board.conflict_declared", "board.conflict_withdrawn"]);
    const leaves = (await entriesOf(world)).map((entry) => entry.leaf).join("\n");
    expect(leaves).not.toContain("Built it");
  });

  test("[BRD-106] a fellow member cannot declare for another, and the attempt is on record", async () => {
    const world = await found();
    const { reference } = await seatNew(world, "data_steward");
    const chair = await seatNew(world, "chair");
    const fellow = await actorOf(world.organizationId, chair.userId);
    const wish = { reference, kind: "vendor", vendor: "Acme", reason: "Heard so" };
    expect(await answerOf(declare(fellow, wish))).toBe("board.conflict_of_another");
    expect((await entriesOf(world)).at(-1)).toMatchObject({ action: "identity.attempt_denied", outcome: "denied" });
    expect(
      await answerOf(declare(world.admin, { ...wish, kind: "model", vendor: undefined, model: "MDL-00000000" })),
    ).toBe("kernel.invalid_input");
  });
});

describe("two organisations", () => {
  test("[BRD-105] seats, people and conflicts of another organisation answer like unknown ones", async () => {
    const ours = await found();
    const theirs = await found();
    const foreign = await seatNew(theirs, "chair");
    const conflict = await invoke(declareConflict, {
      actor: theirs.admin,
      input: { reference: foreign.reference, kind: "vendor", vendor: "Acme", reason: "Shares" },
    });
    const { reference } = foreign;
    const actor = ours.admin;
    const answers = [
      await answerOf(invoke(endSeat, { actor, input: { reference, reason: "x" } })),
      await answerOf(invoke(updateMember, { actor, input: { reference, department: "x" } })),
      await answerOf(
        invoke(declareConflict, { actor, input: { reference, kind: "vendor", vendor: "A", reason: "x" } }),
      ),
      await answerOf(invoke(withdrawConflict, { actor, input: { reference, conflictId: conflict.id } })),
      await answerOf(seat(ours, foreign.userId, "data_steward")),
    ];
    expect(answers).toEqual([...Array(4).fill("kernel.not_found"), "board.person_unknown"]);
    expect((await board(ours)).members).toEqual([]);
    expect((await invoke(listMembers, { actor, input: {} })).items).toEqual([]);
    expect((await board(theirs)).members).toHaveLength(1);
  });
});
