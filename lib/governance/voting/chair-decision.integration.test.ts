// What a chair decides alone (VOT-11): who may, what it does at once, and that there is one of a kind at a time.
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { stageBoard } from "../../testing/board-stage.ts";
import { type BoardWorld, buildBoard, endSeatOf } from "../../testing/builders.ts";
import { actsOfChair, DEADLINE, DECIDED_AT, ORDER, RATIONALE } from "../../testing/chair-stage.ts";
import type { TestDatabase } from "../../testing/database.ts";
import { readHome } from "../dashboard/operations/read-home.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { transitionModel } from "../registry/operations/transition-model.ts";
import { createProposal } from "./operations/create-proposal.ts";
import { listDecisions } from "./operations/list-decisions.ts";
import { listProposals } from "./operations/list-proposals.ts";
import { previewChairDecision } from "./operations/preview-chair-decision.ts";
import { readProposal } from "./operations/read-proposal.ts";

let database: TestDatabase;
let world: BoardWorld;
stageBoard(DECIDED_AT, (stage) => {
  ({ database, world } = stage);
});
const { decide, decisionsOf, entriesOf, lapse, modelIn, statusOf, suspend, toldOf, vote, withdraw } = actsOfChair(
  () => ({ database, world }),
);

describe("a chair decides alone", () => {
  test.each(["approved", "active"])(
    "[VOT-11] [REG-1] an %s model is suspended at once, and a vote opens",
    async (from) => {
      const model = await modelIn(from);
      const answer = await suspend(model);
      expect(answer).toMatchObject({ standing: "provisional", deadlineAt: DEADLINE, canBeRatified: true });
      expect(await statusOf(model)).toEqual({ status: "suspended", suspended_from: from });
      expect(await decisionsOf(answer)).toMatchObject([
        { outcome: "approved", standing: "provisional", settles: null },
      ]);
      const page = await invoke(readProposal, { actor: world.risk, input: { reference: answer.proposal } });
      expect(page).toMatchObject({ state: "open", kind: "emergency_action", description: RATIONALE, votingHours: 72 });
      expect(page.ratification?.decision).toMatchObject({ reference: answer.decision, rationale: RATIONALE });
      expect(page.recused).toMatchObject([{ person: { id: world.chair.userId }, basis: "own_decision" }]);
      expect(page.electors.map(({ person }) => person.id).sort()).toEqual(
        world.voters
          .slice(1)
          .map(({ userId }) => userId)
          .sort(),
      );
      expect(page.whatItDoes.sentence).toContain(`is ${from} again.`);
    },
  );

  test("[VOT-11] it is one act with one entry, which names decision and vote", async () => {
    const model = await modelIn("active");
    const { decision, proposal } = await suspend(model);
    expect(await entriesOf(model)).toMatchObject([
      {
        action: "voting.decided_as_chair",
        details: { act: "suspend_model", decision, proposal, recused: 1, entitled: 6 },
      },
    ]);
    expect(await entriesOf(proposal)).toEqual([]);
  });

  test("[VOT-11] stopped at its very last write it leaves nothing: no decision, no vote, no suspension", async () => {
    const model = await modelIn("active");
    await database.query(`CREATE FUNCTION stop_here() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'stopped here'; END $$`);
    await database.query(`CREATE TRIGGER stop BEFORE INSERT ON audit_entries FOR EACH ROW
      WHEN (NEW.action = 'voting.decided_as_chair') EXECUTE FUNCTION stop_here()`);
    await expect(suspend(model)).rejects.toThrow("stopped here");
    await database.query("DROP TRIGGER stop ON audit_entries");
    expect(await statusOf(model)).toEqual({ status: "active", suspended_from: null });
    const left = await database.query(
      `SELECT reference FROM decisions WHERE subject = $1 UNION ALL
       SELECT p.reference FROM proposals p JOIN models m ON m.id = p.model_id WHERE m.reference = $1 UNION ALL
       SELECT topic FROM outbox WHERE payload ->> 'modelReference' = $1`,
      [model],
    );
    expect(left).toEqual([]);
    expect(await suspend(model)).toMatchObject({ standing: "provisional" });
  });

  test("[VOT-141] an order is kept without touching anything", async () => {
    const model = await modelIn("active");
    const answer = await decide({ ...ORDER, model }, { kind: "incident_response" });
    expect(await statusOf(model)).toMatchObject({ status: "active" });
    const page = await invoke(readProposal, { actor: world.risk, input: { reference: answer.proposal } });
    expect(page).toMatchObject({ kind: "incident_response", grounds: ORDER.instruction, model: { reference: model } });
    expect(page.asked).toBe("Ratify the order to Claims by the chair?");
    const free = await decide(ORDER, { kind: "incident_response" });
    expect(await entriesOf(free.decision)).toMatchObject([{ details: { act: "instruct", subject: free.decision } }]);
  });

  test.each([
    ["another kind", { kind: "model_approval" }, ORDER, "kind"],
    ["a trust-weighted kind", { kind: "emergency" }, ORDER, "kind"],
    ["no kind", { kind: undefined }, ORDER, "kind"],
    ["no rationale", { rationale: "  " }, ORDER, "rationale"],
    ["no title", { title: "" }, ORDER, "title"],
    ["an act that there is none of", {}, { type: "pause_everything" }, "payload.type"],
    ["a suspension of nothing", {}, { type: "suspend_model" }, "payload.model"],
    ["an order until no day", {}, { ...ORDER, until: "2026-02-30" }, "payload.until"],
    ["an order until yesterday", {}, { ...ORDER, until: "2026-03-01" }, "payload.until"],
    ["an order to nobody", {}, { ...ORDER, addressee: "" }, "payload.addressee"],
    ["an order with something else", {}, { ...ORDER, penalty: 5 }, "payload.penalty"],
  ])("[VOT-140] [VOT-141] refused with the field: %s", async (_name, change, payload, field) => {
    await expect(decide(payload, change)).rejects.toMatchObject({
      status: 422,
      errors: [expect.objectContaining({ path: field })],
    });
  });

  test("[VOT-140] a day is judged where the organisation is", async () => {
    await database.setClock({ at: "2026-03-06T23:59:59.999Z" });
    expect(await decide({ ...ORDER, addressee: "Sales" })).toMatchObject({ standing: "provisional" });
    await database.setClock({ at: "2026-03-07T00:00:00.000Z" });
    await expect(decide({ ...ORDER, addressee: "Others" })).rejects.toMatchObject({ code: "kernel.invalid_input" });
  });

  test.each(["proposed", "under_review", "deprecated", "decommissioned"])(
    "[VOT-141] [REG-1] a model that is %s is not suspended, and nothing is kept of the attempt",
    async (status) => {
      const model = await modelIn(status);
      await expect(suspend(model)).rejects.toMatchObject({
        code: "registry.transition_refused",
        errors: [expect.objectContaining({ path: "payload.model" })],
      });
      expect(await database.query("SELECT 1 FROM decisions WHERE subject = $1", [model])).toEqual([]);
    },
  );

  test("[VOT-140] only the chair, and the kinds come before the board in no other way", async () => {
    const model = await modelIn("active");
    for (const actor of [world.risk, world.admin, world.owner, world.auditor]) {
      await expect(suspend(model, actor)).rejects.toMatchObject({ code: "kernel.not_permitted" });
    }
    const text = { kind: "emergency_action", title: "Stop it", description: "Now", payload: { model } };
    await expect(invoke(createProposal, { actor: world.chair, input: text })).rejects.toMatchObject({
      code: "voting.chair_decides",
      status: 422,
    });
    await expect(suspend("MDL-00000000")).rejects.toMatchObject({ code: "kernel.not_found" });
  });

  test("[VOT-140] not a chair whose term has just ended", async () => {
    const own = await buildBoard();
    const model = await modelIn("active", {}, own);
    await endSeatOf(database, own.chair);
    await expect(suspend(model, own.chair)).rejects.toMatchObject({ code: "voting.not_in_the_chair", status: 403 });
  });

  test("[VOT-124] [VOT-140] not a chair with a conflict of interest in the model", async () => {
    const model = await modelIn("active");
    await database.query(
      `INSERT INTO declared_conflicts (organization_id, user_id, kind, model_id, target, reason, declared_by)
       SELECT organization_id, $2, 'model', id, reference, 'Built it', $2 FROM models WHERE reference = $1`,
      [model, world.chair.userId],
    );
    const refused = { code: "voting.chair_conflicted", status: 403 };
    await expect(suspend(model)).rejects.toMatchObject(refused);
    await expect(decide({ ...ORDER, model })).rejects.toMatchObject(refused);
    const input = { kind: "emergency_action", model };
    const { objection } = await invoke(previewChairDecision, { actor: world.chair, input });
    expect(objection?.title).toContain("conflict of interest");
  });

  test("[VOT-140] not where the charter in force gives the kind to somebody else", async () => {
    const own = await buildBoard();
    await database.query(
      `UPDATE charter_versions SET content = jsonb_set(content, '{decisionRights,emergency_action,authority}', '"board_vote"')
       WHERE organization_id = $1`,
      [own.organizationId],
    );
    const model = await modelIn("active", {}, own);
    await expect(suspend(model, own.chair)).rejects.toMatchObject({ code: "voting.not_for_the_chair_alone" });
    const response = { kind: "incident_response" };
    const answer = await decide({ type: "suspend_model", model }, response, own.chair);
    expect(answer.standing).toBe("provisional");
  });

  test("[VOT-141] a model under vote is suspended, and its own vote goes on", async () => {
    const model = await modelIn("deprecated");
    const retire = { kind: "decommission", title: "Retire", description: "Old", payload: { model, reason: "Old" } };
    await invoke(createProposal, { actor: world.chair, input: { ...retire, isDraft: false } });
    await database.query("UPDATE models SET status = 'active' WHERE reference = $1", [model]);
    await suspend(model);
    const { items } = await invoke(listProposals, { actor: world.risk, input: { model, group: "open" } });
    expect(items.map(({ kind, standing }) => [kind, standing])).toEqual([
      ["decommission", null],
      ["emergency_action", "provisional"],
    ]);
  });
});

describe("a board that could not ratify", () => {
  test("[VOT-144] decides all the same; it is said before and after, and lapses whoever is seated meanwhile", async () => {
    const own = await buildBoard({ seats: ["chair", "risk"] });
    const model = await modelIn("active", {}, own);
    const input = { kind: "emergency_action", model };
    const preview = await invoke(previewChairDecision, { actor: own.chair, input });
    expect(preview).toMatchObject({ objection: null, canBeRatified: false, entitled: 1, hours: 72 });
    expect(preview.outlook).toContain("it lapses and is reversed after 72 hours, whoever is seated meanwhile.");
    const answer = await suspend(model, own.chair);
    expect(answer).toMatchObject({ canBeRatified: false, outlook: preview.outlook });
    expect(await statusOf(model)).toMatchObject({ status: "suspended" });
    const told = await toldOf(answer.proposal, "voting.inquorate");
    expect(told).toEqual([own.chair.userId, own.admin.userId].sort());
    const page = await invoke(readProposal, { actor: own.risk, input: { reference: answer.proposal } });
    expect(page.isInquorate).toBe(true);
    expect(await lapse(answer, own)).toMatchObject({ state: "no_quorum", outcome: "rejected" });
    expect(await statusOf(model)).toMatchObject({ status: "active" });
  });

  test("[VOT-144] a board that could says what it takes", async () => {
    const input = { kind: "incident_response" };
    const { outlook, entitled } = await invoke(previewChairDecision, { actor: world.chair, input });
    expect(entitled).toBe(6);
    expect(outlook).toBe(
      "It is reversed after 72 hours unless the board ratifies it. Passes with more yes than no; a tie fails; 4 of 7 must take part.",
    );
  });
});

describe("one provisional decision on a subject", () => {
  const pending = { code: "voting.provisional_pending", status: 409 };

  test("[VOT-147] a second suspension is refused and names the first; another order is not", async () => {
    const model = await modelIn("active");
    const first = await suspend(model);
    await expect(suspend(model)).rejects.toMatchObject({
      ...pending,
      facts: { subject: model, decision: first.decision, proposal: first.proposal },
    });
    await decide({ ...ORDER, model });
    await expect(decide({ ...ORDER, model, addressee: "  claims " })).rejects.toMatchObject(pending);
    expect(await decide({ ...ORDER, model, instruction: "Publish the list" })).toMatchObject({
      standing: "provisional",
    });
  });

  test("[VOT-147] once settled the subject is free again", async () => {
    const model = await modelIn("active");
    const first = await suspend(model);
    await withdraw(first.proposal, world.chair);
    const second = await suspend(model);
    await vote(second, "yyyy--");
    await lapse(second);
    await expect(suspend(model)).rejects.toMatchObject({ code: "registry.transition_refused" });
  });

  test("[VOT-147] the database itself holds no two", async () => {
    const model = await modelIn("active");
    const { decision } = await suspend(model);
    await expect(
      database.query(
        `INSERT INTO decisions (organization_id, reference, kind, outcome, standing, subject, title, why, conditions, decided_at)
         SELECT organization_id, 'DEC-TWOTWOTW', kind, outcome, 'provisional', subject, title, why, conditions, decided_at
         FROM decisions WHERE reference = $1`,
        [decision],
      ),
    ).rejects.toThrow("one_provisional_decision_per_subject");
  });

  test.each([
    ["a suspension", (model: string) => ({ type: "suspend_model", model })],
    ["an order about nothing that could be locked", () => ({ ...ORDER, instruction: `Call ${Math.PI}` })],
  ])("[VOT-11] [VOT-147] race: eight at once of %s leave one decision and one vote", async (_name, toPayload) => {
    const own = await buildBoard();
    const payload = toPayload(await modelIn("active", {}, own));
    const answers = await Promise.allSettled(Array.from({ length: 8 }, () => decide(payload, {}, own.chair)));
    const refused = answers.filter((answer) => answer.status === "rejected").map(({ reason }) => reason.code);
    expect(refused).toEqual(Array(7).fill("voting.provisional_pending"));
    const counted = async (table: string) =>
      (await database.query(`SELECT 1 FROM ${table} WHERE organization_id = $1`, [own.organizationId])).length;
    expect([await counted("decisions"), await counted("proposals")]).toEqual([1, 1]);
  });

  test("[VOT-147] while it is provisional no change of status lifts the suspension; afterwards the chair may", async () => {
    const model = await modelIn("active");
    const lift = () =>
      invoke(transitionModel, { actor: world.chair, input: { reference: model, to: "active", reason: "Fixed" } });
    const answer = await suspend(model);
    await expect(lift()).rejects.toMatchObject({
      code: "registry.suspension_is_provisional",
      facts: { decision: answer.decision, proposal: answer.proposal },
    });
    const page = await invoke(readModel, { actor: world.chair, input: { reference: model } });
    expect(page.provisional).toEqual({ decision: answer.decision, proposal: answer.proposal, deadlineAt: DEADLINE });
    expect(page.acts.transitions.map(({ to }) => to)).toEqual(["decommissioned"]);
    await vote(answer, "yyyy--");
    await lapse(answer);
    expect(await lift()).toMatchObject({ status: "active" });
  });
});

test("[VOT-148] home lists provisional decisions for board and admins, the next to lapse first", async () => {
  const own = await buildBoard();
  const soon = await suspend(await modelIn("active", {}, own), own.chair);
  await database.setClock({ at: "2026-03-02T10:00:00.000Z" });
  const late = await decide(ORDER, {}, own.chair);
  for (const actor of [own.chair, own.risk, own.admin]) {
    const { provisional } = await invoke(readHome, { actor, input: {} });
    expect(provisional?.items.map(({ decision }) => decision)).toEqual([soon.decision, late.decision]);
    expect(provisional?.items[0]).toMatchObject({ decidedBy: own.chair.name, isStuck: false });
  }
  for (const actor of [own.owner, own.auditor]) {
    expect((await invoke(readHome, { actor, input: {} })).provisional).toBeNull();
  }
});

test("[ORG-1] nobody of another organisation sees the vote or what it ratifies", async () => {
  const answer = await suspend(await modelIn("active"));
  const other = await buildBoard();
  await expect(
    invoke(readProposal, { actor: other.chair, input: { reference: answer.proposal } }),
  ).rejects.toMatchObject({ code: "kernel.not_found" });
  const { items } = await invoke(listDecisions, { actor: other.chair, input: { standing: "provisional" } });
  expect(items).toEqual([]);
});
