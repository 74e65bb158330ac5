import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { renewGrants } from "../../jobs/grant-renewals.ts";
import { invoke } from "../../server/invoke.ts";
import { castAll, closeAtDeadline, propose } from "../../testing/board-decision.ts";
import { type BoardWorld, buildBoard, buildModel, endSeatOf, submit } from "../../testing/builders.ts";
import { startTestDatabase, type TestDatabase } from "../../testing/database.ts";
import { addPerson, makeOrganization } from "../../testing/identity-world.ts";
import { setStatus } from "../../testing/registry-world.ts";
import { readHome } from "../dashboard/operations/read-home.ts";
import { listNotifications } from "../notifications/operations/list-notifications.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { listProposals } from "../voting/operations/list-proposals.ts";
import { openProposal } from "../voting/operations/open-proposal.ts";
import { readProposal } from "../voting/operations/read-proposal.ts";
import { withdrawProposal } from "../voting/operations/withdraw-proposal.ts";
import { listGrants } from "./operations/list-grants.ts";
import { readGrant } from "./operations/read-grant.ts";
import { revokeGrant } from "./operations/revoke-grant.ts";

const START = "2026-03-02T09:00:00.000Z";
let database: TestDatabase;
let world: BoardWorld;
let model: string;

beforeAll(async () => {
  database = await startTestDatabase();
});
beforeEach(async () => {
  await database.setClock({ at: START });
  world = await buildBoard();
  model = await buildModel(world);
});
afterAll(() => database.stop());

const UNTIL = "2026-06-30";
const LAST_MORNING = "2026-06-30T08:30:00.000Z";
const risk = () => ({
  ...{ about: "model", model, risk: "Wrong triage at night", residualRisk: "medium" },
  ...{ residualExplanation: "A nurse looks within the hour", measures: ["A nurse reads every refusal"], until: UNTIL },
});
const exception = { about: "unit", unit: "Claims", rule: "Two reviewers", limits: "One a month", until: UNTIL };
const FOR = "yyy----";

const accept = (change: object = {}, rest: object = {}, actor = world.chair) =>
  propose(actor, "risk_acceptance", { ...risk(), ...change }, rest);

/** Passed by the board; answers the grant's reference. */
async function granted(change: object = {}, proposer = world.owner): Promise<string> {
  const { reference } = await accept(change, {}, proposer);
  await castAll(world, reference, FOR);
  expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
  const { items } = await invoke(listGrants, { actor: world.auditor, input: { limit: 200 } });
  const found = items.find((item) => item.proposal === reference);
  if (found === undefined) throw new Error("Nothing entered the register");
  return found.reference;
}

const read = (reference: string, actor = world.auditor) => invoke(readGrant, { actor, input: { reference } });
const list = async (input: object = {}, actor = world.auditor) =>
  (await invoke(listGrants, { actor, input })).items.map((item) => item.reference);
const see = (reference: string, actor = world.admin) => invoke(readProposal, { actor, input: { reference } });
const revoke = (reference: string, actor = world.chair, reason = "The supplier left") =>
  invoke(revokeGrant, { actor, input: { reference, reason } });
const makeRound = () => renewGrants.run(world.organizationId);
const drafts = async () =>
  (await invoke(listProposals, { actor: world.admin, input: { group: "draft" } })).items.map((item) => item.reference);
const noticesOf = async (actor = world.chair, kind = "policy.grant_ends") => {
  const { items } = await invoke(listNotifications, { actor, input: {} });
  return items.filter((item) => item.kind === kind);
};

describe("a risk acceptance", () => {
  test("[VOT-170] enters the register with its terms, its day and its decision", async () => {
    const { reference } = await accept({}, {}, world.owner);
    const open = await see(reference);
    expect(open).toMatchObject({ rule: { authority: "chair_plus_two" }, model: { reference: model } });
    expect(open.terms.map((term) => term.what)).toEqual(["Risk", "Residual risk", "Compensating measures"]);
    await castAll(world, reference, FOR);
    const closed = await closeAtDeadline(database, world, reference);
    const [grant = ""] = await list();
    expect((await see(reference)).became).toMatchObject({ type: "grant", reference: grant });
    expect(await read(grant)).toMatchObject({
      ...{ kind: "risk_acceptance", state: "in_force", until: UNTIL, daysLeft: 117, isEndingSoon: false },
      ...{ proposal: reference, decision: closed.decision, proposer: { name: world.owner.name }, renews: null },
      ...{ model: { reference: model }, what: "Wrong triage at night", granted: { terms: { residualRisk: "medium" } } },
    });
  });

  test.each([
    ["the chair and two others", "yyy----", "executed"],
    ["somebody says no", "yyyyyyn", "rejected"],
    ["the chair and one other", "yy-----", "rejected"],
    ["everybody but the chair", "-yyyyyy", "rejected"],
  ])("[VOT-170] %s", async (_name, letters, state) => {
    const { reference } = await accept();
    await castAll(world, reference, letters);
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state });
    expect(await list()).toHaveLength(state === "executed" ? 1 : 0);
  });

  test("[VOT-170] of a matter that is no model", async () => {
    const grant = await granted({ about: "named", model: undefined, named: "Public statistics" }, world.owner);
    expect(await read(grant)).toMatchObject({ matter: "Public statistics", model: null });
  });

  test.each([
    ["before voting could end", { until: "2026-03-05" }, "payload.until"],
    ["366 days ahead", { until: "2027-03-03" }, "payload.until"],
    ["a day that no calendar has", { until: "2026-02-30" }, "payload.until"],
    ["without its risk", { risk: undefined }, "payload.risk"],
    ["the renewal of nothing", { renews: "GRT-00000000" }, "payload.renews"],
  ])("[VOT-170] refused: %s", async (_name, change, path) => {
    await expect(accept(change)).rejects.toMatchObject({ status: 422, errors: [{ path }] });
  });

  test("[VOT-170] a model that is not there, or another owner’s", async () => {
    await expect(accept({ model: "MDL-00000000" })).rejects.toMatchObject({ status: 404 });
    await expect(accept({}, {}, world.otherOwner)).rejects.toMatchObject({ code: "registry.not_own_model" });
  });

  test("[VOT-170] the day is the organisation’s", async () => {
    await database.query("UPDATE organizations SET time_zone = 'Pacific/Auckland' WHERE id = $1", [
      world.organizationId,
    ]);
    const grant = await granted();
    await database.setClock({ at: "2026-06-30T11:59:59.000Z" });
    expect(await read(grant)).toMatchObject({ state: "in_force", daysLeft: 0 });
    await database.setClock({ at: "2026-06-30T12:00:00.000Z" });
    expect(await read(grant)).toMatchObject({ state: "expired", daysLeft: -1 });
  });
});

describe("an exception", () => {
  const content = { name: "Release", type: "stage_gate", scope: "ecosystem", statement: "Two people release." };
  const adopt = async () => {
    const { reference } = await propose(world.chair, "policy_change", { change: "create", content });
    await castAll(world, reference, "yyyyyyy");
    await closeAtDeadline(database, world, reference);
    const [row] = await database.query<{ reference: string }>(
      "SELECT reference FROM policies WHERE organization_id = $1",
      [world.organizationId],
    );
    return row?.reference ?? "";
  };
  const except = (change: object = {}) => propose(world.chair, "exception_grant", { ...exception, ...change });

  test("[VOT-171] from a policy, for a unit", async () => {
    const policy = await adopt();
    const { reference } = await except({ policy });
    expect((await see(reference)).terms).toContainEqual({ what: "Policy", lines: [`Release (${policy})`] });
    await castAll(world, reference, FOR);
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "executed" });
    const [grant = ""] = await list({ policy });
    const named = { reference: policy, name: "Release", isRetired: false };
    expect(await read(grant)).toMatchObject({ kind: "exception_grant", matter: "Claims", policy: named });
  });

  test("[VOT-171] from a policy that is not there", async () => {
    await expect(except({ policy: "POL-00000000" })).rejects.toMatchObject({ errors: [{ path: "payload.policy" }] });
  });

  test("[VOT-176] from a policy that was retired meanwhile is not carried out", async () => {
    const policy = await adopt();
    const { reference } = await except({ policy });
    const retirement = await propose(world.chair, "policy_change", { change: "retire", policy, baseVersion: 1 });
    await castAll(world, reference, FOR);
    await castAll(world, retirement.reference, "yyyyyyy");
    await closeAtDeadline(database, world, retirement.reference);
    expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "execution_failed" });
    expect(await see(reference)).toMatchObject({ executionFailure: "policy.retired" });
    expect(await list()).toEqual([]);
  });
});

test("[VOT-176] a model decommissioned meanwhile: the acceptance is not carried out", async () => {
  const { reference } = await accept();
  await castAll(world, reference, FOR);
  await setStatus(world.organizationId, model, "decommissioned");
  expect(await closeAtDeadline(database, world, reference)).toMatchObject({ state: "execution_failed" });
  expect(await see(reference)).toMatchObject({ executionFailure: "policy.model_decommissioned" });
});

test("[VOT-177] two acceptances and an approval of one model are voted on beside each other", async () => {
  await accept();
  await accept({ risk: "Wrong triage by day" });
  const { proposal } = await submit(world, model);
  expect(proposal).not.toBeNull();
  const { openProposal: locking } = await invoke(readModel, { actor: world.owner, input: { reference: model } });
  expect(locking).toMatchObject({ reference: proposal });
});

describe("the chair ends it", () => {
  test("[POL-105] with a reason; proposer and owner are told, and the record says so", async () => {
    const grant = await granted({}, world.risk);
    expect(await read(grant, world.chair)).toMatchObject({ mayRevoke: true });
    expect(await read(grant, world.admin)).toMatchObject({ mayRevoke: false });
    await revoke(grant);
    const by = { name: world.chair.name };
    expect(await read(grant)).toMatchObject({
      state: "revoked",
      revoked: { by, reason: "The supplier left" },
      mayRevoke: false,
    });
    for (const actor of [world.risk, world.owner]) {
      expect(await noticesOf(actor, "policy.grant_revoked")).toHaveLength(1);
    }
    const [entry] = await database.query<{ leaf: string }>(
      "SELECT leaf FROM audit_entries WHERE action = 'policy.grant_revoked' AND subject_reference = $1",
      [grant],
    );
    expect(entry?.leaf).not.toContain("supplier");
    await expect(revoke(grant)).rejects.toMatchObject({ code: "policy.grant_not_in_force", status: 409 });
  });

  test("[POL-105] nobody else, not without a reason, not after its day", async () => {
    const grant = await granted();
    for (const actor of [world.admin, world.risk, world.owner, world.auditor]) {
      await expect(revoke(grant, actor)).rejects.toMatchObject({ status: 403 });
    }
    await expect(revoke(grant, world.chair, " ")).rejects.toMatchObject({ errors: [{ path: "reason" }] });
    await expect(revoke("GRT-00000000")).rejects.toMatchObject({ status: 404 });
    await database.setClock({ at: "2026-07-01T00:00:00.000Z" });
    await expect(revoke(grant)).rejects.toMatchObject({ code: "policy.grant_not_in_force" });
  });

  test("[POL-105] twice at once: once", async () => {
    const grant = await granted();
    const answers = await Promise.allSettled([revoke(grant), revoke(grant)]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(["fulfilled", "rejected"]);
  });
});

describe("it comes back to the board", () => {
  test("[VOT-172] on the morning of its last day: one draft on the same terms, chair, proposer and owner told once", async () => {
    const grant = await granted({}, world.risk);
    await database.setClock({ at: "2026-06-29T08:30:00.000Z" });
    await makeRound();
    expect(await drafts()).toEqual([]);
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    await makeRound();
    const [reference = "", ...others] = await drafts();
    expect(others).toEqual([]);
    // Granted on 5 March: 117 days, counted on from the last day.
    const terms = { risk: "Wrong triage at night", until: "2026-10-25", renews: grant };
    const proposal = await see(reference, world.risk);
    expect(proposal).toMatchObject({ title: "Renew: As discussed", proposer: { name: world.risk.name } });
    expect(proposal.terms).toContainEqual({ what: "Renews", lines: [grant] });
    const [row] = await database.query<{ payload: object }>("SELECT payload FROM proposals WHERE reference = $1", [
      reference,
    ]);
    expect(row?.payload).toMatchObject(terms);
    for (const actor of [world.chair, world.risk, world.owner]) expect(await noticesOf(actor)).toHaveLength(1);
    expect(await noticesOf(world.ethics)).toEqual([]);
    expect(await read(grant)).toMatchObject({ state: "in_force", renewedBy: null });
    const { items } = await invoke(listProposals, { actor: world.admin, input: { about: grant } });
    expect(items.map((item) => item.reference)).toEqual([reference]);
  });

  test("[DSH-12] it stands in the chair’s queue from then until the renewal is opened or withdrawn", async () => {
    const grant = await granted({}, world.risk);
    const renewals = async () => (await invoke(readHome, { actor: world.chair, input: {} })).chair?.renewals;
    await propose(world.risk, "risk_acceptance", { ...risk(), until: "2026-12-01", renews: grant }, { isDraft: true });
    expect(await renewals()).toEqual({ total: 0, items: [] });
    await database.setClock({ at: LAST_MORNING });
    const line = { reference: grant, kind: "risk_acceptance", title: "As discussed", proposer: world.risk.name };
    expect(await renewals()).toEqual({ total: 1, items: [{ ...line, endsAt: "2026-07-01T00:00:00.000Z" }] });
    const [reference = ""] = await drafts();
    await invoke(openProposal, { actor: world.risk, input: { reference } });
    expect(await renewals()).toEqual({ total: 0, items: [] });
  });

  test("[VOT-174] the renewal that passes goes on from the first; there is one of it", async () => {
    const grant = await granted({}, world.chair);
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    const [reference = ""] = await drafts();
    const again = { ...risk(), until: "2026-12-01", renews: grant };
    await expect(propose(world.chair, "risk_acceptance", again)).rejects.toMatchObject({
      code: "policy.renewal_pending",
      status: 409,
    });
    await invoke(openProposal, { actor: world.chair, input: { reference } });
    await castAll(world, reference, FOR);
    await closeAtDeadline(database, world, reference);
    const { renewedBy } = await read(grant);
    expect(await read(renewedBy ?? "")).toMatchObject({ renews: grant, until: "2026-10-25", state: "in_force" });
    expect(await read(grant)).toMatchObject({ state: "expired" });
    await expect(propose(world.chair, "risk_acceptance", again)).rejects.toMatchObject({
      errors: [{ path: "payload.renews", code: "renewed" }],
    });
    await makeRound();
    expect(await drafts()).toEqual([]);
  });

  test("[VOT-172] one that was withdrawn is not drafted again; a person may propose another", async () => {
    const grant = await granted({}, world.chair);
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    const [reference = ""] = await drafts();
    await invoke(withdrawProposal, { actor: world.chair, input: { reference, reason: "Not needed" } });
    await makeRound();
    expect(await drafts()).toEqual([]);
    const again = await propose(world.chair, "risk_acceptance", { ...risk(), until: "2026-12-01", renews: grant });
    expect(again).toMatchObject({ state: "open" });
  });

  test("[VOT-172] nothing is drafted where a renewal was proposed before, or the chair ended it", async () => {
    const early = await granted({}, world.chair);
    await propose(world.chair, "risk_acceptance", { ...risk(), until: "2026-12-01", renews: early }, { isDraft: true });
    const ended = await granted({ risk: "Another" }, world.chair);
    await revoke(ended);
    await database.setClock({ at: "2026-07-03T08:30:00.000Z" });
    await makeRound();
    expect(await drafts()).toHaveLength(1);
    expect(await noticesOf()).toEqual([]);
  });

  test.each([
    ["the proposer has left: by the chair", ["legal"], "chair"],
    ["proposer and chair have left: by an admin", ["legal", "chair"], "admin"],
  ] as const)("[VOT-173] %s", async (_name, gone, standIn) => {
    await granted({}, world.legal);
    for (const seat of gone) {
      await endSeatOf(database, world[seat]);
      await database.query("UPDATE memberships SET ended_at = governance_now() WHERE user_id = $1", [
        world[seat].userId,
      ]);
    }
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    expect(await see((await drafts())[0] ?? "")).toMatchObject({ proposer: { name: world[standIn].name } });
  });

  test("[VOT-173] the proposer is a plain member by now: by the chair", async () => {
    await granted({}, world.risk);
    await endSeatOf(database, world.risk);
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    expect(await see((await drafts())[0] ?? "")).toMatchObject({ proposer: { name: world.chair.name } });
  });

  test("[VOT-173] for a model that is decommissioned nothing is drafted, and that is told once", async () => {
    await granted({}, world.risk);
    await setStatus(world.organizationId, model, "decommissioned");
    await database.setClock({ at: LAST_MORNING });
    await makeRound();
    await makeRound();
    expect(await drafts()).toEqual([]);
    const notices = await noticesOf();
    expect(notices).toHaveLength(1);
    expect(notices[0]?.body).toContain("Nothing is left to renew");
  });

  test("[VOT-172] of two rounds at once one drafts", async () => {
    await granted();
    await database.setClock({ at: LAST_MORNING });
    await Promise.all([makeRound(), makeRound(), makeRound()]);
    expect(await drafts()).toHaveLength(1);
  });
});

describe("the register", () => {
  test("[POL-101] its filters say in the database what is derived", async () => {
    const short = await granted({ until: "2026-03-31" });
    const long = await granted({ risk: "Long", until: "2026-12-31" });
    const ended = await granted({ risk: "Ended" });
    await revoke(ended);
    const at = async (instant: string) => {
      await database.setClock({ at: instant });
      const { items } = await invoke(listGrants, { actor: world.auditor, input: {} });
      for (const state of ["in_force", "expired", "revoked"] as const) {
        const derived = items.filter((item) => item.state === state).map((item) => item.reference);
        expect(new Set(await list({ state }))).toEqual(new Set(derived));
      }
      const ending = items.filter((item) => item.isEndingSoon).map((item) => item.reference);
      expect(new Set(await list({ state: "ending" }))).toEqual(new Set(ending));
      return ending;
    };
    expect(await at("2026-03-31T23:59:00.000Z")).toEqual([short]);
    expect(await at("2026-04-01T00:00:00.000Z")).toEqual([]);
    expect(await list({ state: "in_force" })).toEqual([long]);
    expect(await at("2026-12-01T00:00:00.000Z")).toEqual([long]);
    expect(await at("2026-11-30T00:00:00.000Z")).toEqual([]);
  });

  test("[POL-106] by kind, model and words, in pages that go on; the soonest end first", async () => {
    const late = await granted({ until: "2026-12-31", risk: "Late at night" });
    const soon = await granted({ until: "2026-04-30" });
    expect(await list({ state: "in_force" })).toEqual([soon, late]);
    expect(await list({ kind: "exception_grant" })).toEqual([]);
    expect(await list({ model })).toEqual([soon, late]);
    expect(await list({ model: "MDL-00000000" })).toEqual([]);
    expect(await list({ q: "LATE at" })).toEqual([late]);
    const first = await invoke(listGrants, { actor: world.auditor, input: { state: "in_force", limit: 1 } });
    expect(await list({ state: "in_force", limit: 1, cursor: first.nextCursor })).toEqual([late]);
    await expect(list({ state: "in_force", cursor: "nowhere" })).rejects.toMatchObject({ status: 400 });
  });

  test("[POL-106] of another organisation nothing exists", async () => {
    const grant = await granted();
    const stranger = await addPerson(await makeOrganization(), { name: "Sam Stranger", seat: "chair" });
    await expect(read(grant, stranger)).rejects.toMatchObject({ status: 404 });
    await expect(revoke(grant, stranger)).rejects.toMatchObject({ status: 404 });
    expect(await list({}, stranger)).toEqual([]);
  });
});
