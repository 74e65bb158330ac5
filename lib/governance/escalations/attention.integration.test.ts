import { describe, expect, test } from "vitest";
import { sweepEscalations } from "../../jobs/escalation-sweep.ts";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { openVote } from "../../testing/builders.ts";
import { answerOf } from "../../testing/registry-world.ts";
import { setSurroundings } from "../../testing/surroundings.ts";
import { remindActions } from "../meetings/operations/remind-actions.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { changeRules } from "./operations/change-rules.ts";
import { createSilence } from "./operations/create-silence.ts";
import { endSilence } from "./operations/end-silence.ts";
import { listSilences } from "./operations/list-silences.ts";
import { listTriggers } from "./operations/list-triggers.ts";
import { previewEscalation } from "./operations/preview-escalation.ts";
import { raiseOverdueReviews } from "./operations/raise-overdue-reviews.ts";
import { raiseOwn } from "./operations/raise-own.ts";
import { readBriefing } from "./operations/read-briefing.ts";
import { readBudgets } from "./operations/read-budgets.ts";
import { readMetrics } from "./operations/read-metrics.ts";
import { readRules } from "./operations/read-rules.ts";
import { recordIncidentReview } from "./operations/record-incident-review.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { setBudget } from "./operations/set-budget.ts";
import { takeSteps } from "./operations/take-steps.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, standing, sweepAt, notices, used } = actsOnAttention(() => stage);
const system = () => systemActor(stage.world.organizationId, "test");

async function resolveCritical(reference: string) {
  await invoke(recordIncidentReview, {
    actor: stage.world.chair,
    input: {
      ...{ reference, actions: [], timeline: [{ at: "2026-11-20T08:40:00.000Z", what: "First alert" }] },
      ...{ rootCause: "Found and understood", impact: "Little, in the end", lessons: "Look sooner next time" },
      policyUpdates: "None",
    },
  });
  await invoke(resolveEscalation, { actor: stage.world.chair, input: { reference, resolution: "Over" } });
}

describe("the path", () => {
  test("[ESC-8] [ESC-104] half time, deadline, and never twice", async () => {
    const { reference } = await raise({ severity: "critical" });
    const told = async () =>
      (await read(reference)).told.map(({ kind, step, isLate }) => `${kind} ${step}${isLate ? " late" : ""}`);
    await sweepAt("2026-11-20T10:59:59.000Z");
    expect(await told()).toEqual(["first 0"]);
    await sweepAt("2026-11-20T11:00:00.000Z");
    await sweepAt("2026-11-20T11:00:01.000Z");
    expect(await told()).toEqual(["first 0", "half_time 0"]);
    await sweepAt("2026-11-20T13:00:00.000Z");
    await sweepAt("2026-11-25T13:00:00.000Z");
    expect(await told()).toEqual(["first 0", "half_time 0", "step 1"]);
    expect((await notices("escalations.overdue")).map(({ name }) => name)).toEqual(["Ada Chair"]);
    expect((await read(reference)).protocol.steps.map(({ kind, doneAt }) => [kind, doneAt])).toEqual([
      ["first", "2026-11-20T09:00:00.000Z"],
      ["half_time", "2026-11-20T11:00:00.000Z"],
      ["step", "2026-11-20T13:00:00.000Z"],
    ]);
  });

  test("[ESC-104] an acknowledge stops the reminder; the deadline and its step stay", async () => {
    const { reference } = await raise({ severity: "critical" });
    await invoke(acknowledgeEscalation, { actor: stage.world.risk, input: { reference } });
    await sweepAt("2026-11-20T12:00:00.000Z");
    expect(await notices("escalations.unanswered")).toEqual([]);
    await sweepAt("2026-11-20T13:00:00.000Z");
    expect((await notices("escalations.overdue")).map(({ name }) => name).toSorted()).toEqual([
      "Ada Chair",
      "Rita Risk",
    ]);
  });

  test("[ESC-106] after a standstill each step is told once, in order, marked late", async () => {
    const { reference } = await raise({ severity: "low" });
    await sweepAt("2026-12-20T09:00:00.000Z");
    expect(
      (await read(reference)).told.map(({ kind, step, audiences, isLate }) => [kind, step, audiences.join(), isLate]),
    ).toEqual([
      ["half_time", 0, "team", true],
      ["step", 1, "risk_officer", true],
      ["step", 2, "chair", true],
    ]);
  });

  test("[ESC-105] a loop in the charter's path ends at the chair, each step told once and in order", async () => {
    await stage.database.query("ALTER TABLE charter_versions DISABLE TRIGGER USER");
    const loop = JSON.stringify([["risk_officer"], ["board"], ["risk_officer"], ["board"], ["chair"]]);
    await rows(
      `UPDATE charter_versions SET content = jsonb_set(content, '{escalationPaths,critical,steps}', $2::jsonb)
       WHERE organization_id = $1`,
      loop,
    );
    const { reference } = await raise({ severity: "critical" });
    for (const hour of ["11", "13", "15", "17", "19", "21"]) await sweepAt(`2026-11-20T${hour}:00:00.000Z`);
    const { told } = await read(reference);
    expect(told.map(({ kind, step, audiences, isLate }) => [kind, step, audiences.join(), isLate])).toEqual([
      ["first", 0, "risk_officer", false],
      ["half_time", 0, "risk_officer", false],
      ["step", 1, "board", false],
      ["step", 2, "chair", false],
    ]);
  });

  test("[ESC-104] acknowledge | escalate: told before it commits, or not at all, whoever comes first", async () => {
    for (let round = 0; round < 6; round += 1) {
      await stage.database.setClock({ at: "2026-11-20T09:00:00.000Z" });
      const { reference } = await raise({ title: `Race ${round}`, severity: "critical" });
      await stage.database.setClock({ at: "2026-11-20T11:00:00.000Z" });
      const sweeps = () => invoke(takeSteps, { actor: system(), input: {} });
      await Promise.all([
        sweeps(),
        invoke(acknowledgeEscalation, { actor: stage.world.chair, input: { reference } }),
        sweeps(),
        sweeps(),
      ]);
      const { told, status } = await read(reference);
      const reminders = told.filter(({ kind }) => kind === "half_time").length;
      expect(status).toBe("acknowledged");
      expect(reminders).toBeLessThanOrEqual(1);
      await sweeps();
      expect((await read(reference)).told.filter(({ kind }) => kind === "half_time")).toHaveLength(reminders);
    }
  });

  test("[ESC-108] forty unanswered at once are one notice, and each item knows who was told", async () => {
    const { items } = await raiseMany(
      Array.from({ length: 40 }, (_, index) => ({ title: `Matter ${index}`, severity: "medium" })),
    );
    await sweepAt("2026-11-21T09:00:00.000Z");
    expect((await notices("escalations.unanswered")).map(({ title, name }) => [title, name])).toEqual([
      ["40 escalations still wait for an answer", "Ada Chair"],
    ]);
    const { told } = await read(items[17]?.reference ?? "");
    expect(told.map(({ kind, people, channels }) => [kind, people.map(({ name }) => name), channels])).toEqual([
      ["half_time", ["Ada Chair"], [{ channel: "page", state: "shown", count: 1 }]],
    ]);
  });
});

describe("mail that has not gone out", () => {
  const mails = () =>
    rows<{ subject: string; state: string }>(
      "SELECT subject, state FROM mail_deliveries WHERE organization_id = $1 AND subject LIKE '%wait%' ORDER BY id",
    );
  const acknowledge = (reference: string) =>
    invoke(acknowledgeEscalation, { actor: stage.world.chair, input: { reference } });

  test.each([
    ["of one item is withdrawn when it is answered", 1],
    ["of many goes out until the last of them is answered", 5],
  ])("[ESC-125] a reminder %s", async (_name, count) => {
    setSurroundings({ SMTP_URL: "smtp://127.0.0.1:1" });
    try {
      await rows("UPDATE memberships SET quiet_from_hour = 9, quiet_until_hour = 20 WHERE organization_id = $1");
      const titles = Array.from({ length: count }, (_, index) => ({ title: `Matter ${index}`, severity: "medium" }));
      const references = (await raiseMany(titles)).items.map(({ reference }) => reference);
      await sweepAt("2026-11-21T09:00:00.000Z");
      expect((await mails()).map(({ state }) => state)).toEqual(["queued"]);
      for (const reference of references) {
        expect((await mails()).map(({ state }) => state)).toEqual(["queued"]);
        await acknowledge(reference);
      }
      expect((await mails()).map(({ state }) => state)).toEqual(["withdrawn"]);
    } finally {
      setSurroundings({ SMTP_URL: undefined });
    }
  });
});

describe("digests", () => {
  test("[ESC-7] [ESC-110] the daily summary is gathered by the hour and delivered once, at its hour", async () => {
    const { venture } = stage.world;
    await raise({ severity: "medium", ventureRef: venture, category: "monitoring_alert" });
    await raise({ title: "Drift", severity: "medium", ventureRef: venture, category: "monitoring_alert" });
    await sweepAt("2026-11-20T09:59:00.000Z");
    expect(await rows("SELECT id FROM escalation_digests WHERE organization_id = $1")).toEqual([]);
    await sweepAt("2026-11-20T10:00:00.000Z");
    expect((await standing()).map(({ place }) => place)).toEqual(["queued", "queued"]);
    expect(await rows("SELECT kind FROM escalation_digests WHERE organization_id = $1")).toEqual([
      { kind: "daily_summary" },
    ]);
    await sweepAt("2026-11-20T16:00:00.000Z");
    await sweepAt("2026-11-20T16:00:30.000Z");
    expect((await standing()).map(({ place }) => place)).toEqual(["delivered", "delivered"]);
    expect((await notices("escalations.daily_summary")).map(({ title, name }) => [title, name])).toEqual([
      ["Daily summary: 2 items", "Ada Chair"],
    ]);
    const { delivered } = await invoke(readBriefing, { actor: stage.world.chair, input: {} });
    expect(delivered.map(({ kind, content }) => [kind, content.groups.map(({ summary }) => summary)])).toEqual([
      ["daily_summary", ["2 items: Drift, and 1 other matter"]],
    ]);
  });

  test("[ESC-7] two sweeps at once deliver it once, and what comes late goes with the next one", async () => {
    await raise({ severity: "medium" });
    await stage.database.setClock({ at: "2026-11-20T16:00:00.000Z" });
    await Promise.all([sweepEscalations(), sweepEscalations(), sweepEscalations()]);
    await sweepAt("2026-11-20T16:00:01.000Z");
    expect(await notices("escalations.daily_summary")).toHaveLength(1);
    // As one that was committed a moment after the hour was gathered.
    await raise({ title: "Late", severity: "medium" });
    await rows(
      "UPDATE escalations SET collect_at = '2026-11-20T16:00Z', deliver_at = '2026-11-20T16:00Z' WHERE organization_id = $1 AND place = 'queued'",
    );
    await sweepAt("2026-11-20T16:05:00.000Z");
    expect((await standing()).map(({ title, place }) => [title, place])).toEqual([
      ["Latency above target", "delivered"],
      ["Late", "queued"],
    ]);
    await sweepAt("2026-11-21T16:00:00.000Z");
    expect((await standing()).every(({ place }) => place === "delivered")).toBe(true);
  });

  test("[ESC-7] weekly on its day to chair and teams, the briefing each morning to the board; a late one says so", async () => {
    await raise({ severity: "low", modelRef: stage.world.model });
    await raise({ title: "Card", severity: "high" });
    await sweepAt("2026-11-21T07:00:00.000Z");
    expect((await notices("escalations.next_briefing")).map(({ name }) => name)).toHaveLength(7);
    expect(await notices("escalations.weekly_digest")).toEqual([]);
    await sweepAt("2026-11-23T08:00:00.000Z");
    expect((await notices("escalations.weekly_digest")).map(({ name }) => name).toSorted()).toEqual([
      "Ada Chair",
      "Mira Owner",
    ]);
    expect(
      await rows("SELECT kind, is_late FROM escalation_digests WHERE organization_id = $1 ORDER BY deliver_at"),
    ).toEqual([
      { kind: "next_briefing", is_late: false },
      { kind: "weekly_digest", is_late: true },
    ]);
  });

  test("[ESC-6] a downgraded item still meets its deadline: reminded and raised while it waits for its digest", async () => {
    await raiseMany(Array.from({ length: 21 }, (_, index) => ({ title: `Matter ${index}`, severity: "critical" })));
    const [moved] = (await standing()).filter(({ channel }) => channel === "next_briefing");
    await sweepAt("2026-11-20T13:00:00.000Z");
    const item = await read(moved?.reference ?? "");
    expect([item.place, item.isOverdue, item.told.map(({ kind }) => kind)]).toEqual([
      "queued",
      true,
      ["half_time", "step"],
    ]);
  });

  test("[ESC-11] the briefing: cards with what each answer does, what waits, what was held back", async () => {
    const { chair, model } = stage.world;
    await raise({ title: "Breach", severity: "critical", modelRef: model, category: "data_breach" });
    await raise({ title: "Card", severity: "high" });
    await raise({ title: "Noise", severity: "low", modelRef: model });
    await raise({ title: "Question", severity: "low" });
    await raise({ title: "Alert", severity: "medium", category: "monitoring_alert" });
    const briefing = await invoke(readBriefing, { actor: chair, input: {} });
    expect(briefing.immediate.map(({ item, suspension }) => [item.title, suspension?.model])).toEqual([
      ["Breach", model],
    ]);
    expect(briefing.immediate[0]?.options.map(({ act }) => act)).toEqual([
      ...["suspend_model", "acknowledge", "assign", "propose", "schedule_review", "review"],
    ]);
    expect(briefing.cards.map(({ item }) => item.title)).toEqual(["Card"]);
    expect(briefing.today).toMatchObject({ deliverAt: "2026-11-20T16:00:00.000Z", content: { items: 1 } });
    expect(briefing.week).toMatchObject({ deliverAt: "2026-11-23T07:00:00.000Z", content: { items: 1 } });
    expect(briefing.held.map(({ title, heldBy }) => [title, heldBy?.by])).toEqual([["Noise", "inhibition"]]);
    expect(briefing.summary).toMatchObject({ total: 5, active: 5 });
  });
});

describe("silences", () => {
  const silence = (input: object = {}) =>
    invoke(createSilence, {
      actor: stage.world.chair,
      input: { matcher: { source: "Prometheus" }, reason: "Planned maintenance", endsInHours: 2, ...input },
    });

  test("[ESC-111] hold what matches, cost nothing, and give it back at their end, through the stages of that hour", async () => {
    const { reference } = await silence();
    const held = await raise({ source: "Prometheus", severity: "high" });
    await raise({ title: "Other", severity: "high" });
    expect(held.place).toBe("held");
    expect((await used()).map(({ used: units }) => units)).toEqual([1]);
    const list = async () => (await invoke(listSilences, { actor: stage.world.auditor, input: {} })).items;
    expect((await list()).map((each) => [each.reference, each.isActive, each.holds, each.createdBy.name])).toEqual([
      [reference, true, 1, "Ada Chair"],
    ]);
    expect(await read(held.reference)).toMatchObject({
      heldBy: { by: "silence", reference },
      until: "2026-11-20T11:00:00.000Z",
    });
    await sweepAt("2026-11-20T10:59:59.000Z");
    expect((await read(held.reference)).place).toBe("held");
    await sweepAt("2026-11-20T11:00:00.000Z");
    expect(await read(held.reference)).toMatchObject({ place: "queued", channel: "next_briefing", heldBy: null });
    expect((await used()).map(({ used: units }) => units)).toEqual([2]);
    expect((await read(held.reference)).marks.map(({ code }) => code)).toContain("escalations.silenced");
    expect((await list()).map(({ isActive, holds }) => [isActive, holds])).toEqual([[false, 0]]);
  });

  test("[ESC-111] ended before their time, with a reason, once; steps that fell into it are caught up", async () => {
    const { reference } = await silence({ endsInHours: 100 });
    const held = await raise({ source: "Prometheus", severity: "high" });
    await sweepAt("2026-11-20T22:00:00.000Z");
    expect((await read(held.reference)).told).toEqual([]);
    const end = () => invoke(endSilence, { actor: stage.world.chair, input: { reference, reason: "Done sooner" } });
    expect((await end()).released).toBe(1);
    expect(await answerOf(end())).toBe("escalations.silence_over");
    await sweepAt("2026-11-20T22:00:01.000Z");
    const item = await read(held.reference);
    expect([item.place, item.told.map(({ kind, isLate }) => [kind, isLate])]).toEqual([
      "queued",
      [["half_time", true]],
    ]);
  });

  test("[ESC-112] never sweep up a critical one, unless they name it", async () => {
    await silence();
    expect((await raise({ source: "Prometheus", severity: "critical" })).place).toBe("delivered");
    await silence({ matcher: { source: "Prometheus", severity: ["critical"] } });
    expect((await raise({ title: "Next", source: "Prometheus", severity: "critical" })).place).toBe("held");
  });

  test("[ESC-111] what was resolved while it was held troubles nobody, and stays to be seen", async () => {
    await silence({ matcher: { source: "Prometheus", severity: ["medium"] } });
    const { reference } = await raise({ source: "Prometheus", severity: "medium" });
    await invoke(resolveEscalation, { actor: stage.world.chair, input: { reference, resolution: "Over" } });
    await sweepAt("2026-11-20T11:00:00.000Z");
    const item = await read(reference);
    expect([item.place, item.status, item.told]).toEqual(["delivered", "resolved", []]);
  });

  test("[ESC-111] of a subject that is not there are refused, and are the chair's", async () => {
    expect(await answerOf(silence({ matcher: { venture: "VNT-00000000" } }))).toBe("escalations.unknown_subject");
    const input = { matcher: { source: "x" }, reason: "Planned maintenance", endsInHours: 2 };
    expect(await answerOf(invoke(createSilence, { actor: stage.world.risk, input }))).toBe("kernel.not_permitted");
  });
});

describe("inhibition", () => {
  test("[ESC-113] a critical one holds what waits and what comes on its model, and its resolution gives it back", async () => {
    const { model } = stage.world;
    const waiting = await raise({ title: "Waiting", severity: "medium", modelRef: model });
    const elsewhere = await raise({ title: "Elsewhere", severity: "medium" });
    const critical = await raise({ title: "Large", severity: "critical", modelRef: model });
    const coming = await raise({ title: "Coming", severity: "low", modelRef: model });
    const places = async () =>
      Promise.all([waiting, elsewhere, critical, coming].map(async ({ reference }) => (await read(reference)).place));
    expect(await places()).toEqual(["held", "queued", "delivered", "held"]);
    await resolveCritical(critical.reference);
    await sweepAt("2026-11-20T09:01:00.000Z");
    expect(await places()).toEqual(["queued", "queued", "delivered", "queued"]);
  });

  test("[ESC-3] every row is in one place whatever happens: the database says so itself", async () => {
    await raise({ severity: "medium" });
    const broken = [
      "UPDATE escalations SET place = 'held' WHERE organization_id = $1",
      "UPDATE escalations SET place = 'nowhere' WHERE organization_id = $1",
      "UPDATE escalations SET place = 'delivered' WHERE organization_id = $1",
      "UPDATE escalations SET channel = 'immediate' WHERE organization_id = $1",
      "UPDATE escalations SET status = 'resolved' WHERE organization_id = $1",
    ];
    for (const sql of broken) await expect(rows(sql)).rejects.toThrow(/violates check constraint/u);
    const [may] = await stage.database.query<{ count: number }>(
      `SELECT count(*)::int AS count FROM pg_tables WHERE schemaname = 'public'
         AND (tablename LIKE 'escalation%' OR tablename = 'incident_reviews')
         AND has_table_privilege('gavel_app', quote_ident(tablename), 'DELETE, TRUNCATE')`,
    );
    expect(may?.count).toBe(0);
  });
});

describe("what the product raises by itself", () => {
  const own = (topic: string, payload: object) => invoke(raiseOwn, { actor: system(), input: { topic, payload } });

  test("[ESC-114] a stalled vote, once however often it is told of", async () => {
    const { reference: proposalReference, model } = await openVote(stage.world);
    const [first, ...others] = await Promise.all(
      Array.from({ length: 5 }, () => own("voting.proposal_inquorate", { proposalReference })),
    );
    const made = [first, ...others].filter((answer) => answer?.reference !== null);
    expect(made).toHaveLength(1);
    const item = await read(made[0]?.reference ?? "");
    expect([item.category, item.severity, item.model?.reference, item.raisedBy]).toEqual([
      ...["stalled_vote", "high", model, null],
    ]);
  });

  test("[ESC-114] topics and payloads that say nothing raise nothing", async () => {
    expect(await own("voting.decision_recorded", { decisionReference: "DEC-1", proposalReference: null })).toEqual({
      reference: null,
    });
    expect(await own("no.such_topic", {})).toEqual({ reference: null });
  });

  test("[ESC-114] overdue reviews, each date once; and again when the next date has passed", async () => {
    const overdue = () => invoke(raiseOverdueReviews, { actor: system(), input: {} });
    expect(await overdue()).toEqual({ models: 0, raised: 0 });
    await rows("UPDATE models SET next_review_at = '2026-11-19T09:00:00Z' WHERE organization_id = $1");
    expect(await overdue()).toEqual({ models: 1, raised: 1 });
    expect(await overdue()).toEqual({ models: 0, raised: 0 });
    await rows("UPDATE models SET next_review_at = '2026-11-20T08:00:00Z' WHERE organization_id = $1");
    expect(await overdue()).toEqual({ models: 1, raised: 1 });
    expect(
      (await standing()).map(({ title, occurrences }) => [
        title.startsWith("Review overdue: Claims triage"),
        occurrences,
      ]),
    ).toEqual([[true, 2]]);
  });

  test("[ESC-114] [MTG-133] an overdue follow-up", async () => {
    await rows(
      `INSERT INTO action_items (organization_id, reference, title, due_at, source_kind, source_reference)
       VALUES ($1, 'AI-7K3M9Q2A', 'Write the runbook', '2026-11-19Z', 'condition', 'DEC-1')`,
    );
    await invoke(remindActions, { actor: system(), input: {} });
    await invoke(remindActions, { actor: system(), input: {} });
    const messages = await rows<{ topic: string; payload: object }>(
      "SELECT topic, payload FROM outbox WHERE organization_id = $1 AND topic = 'meetings.action_overdue'",
    );
    expect(messages).toEqual([{ topic: "meetings.action_overdue", payload: { actionReference: "AI-7K3M9Q2A" } }]);
    await own("meetings.action_overdue", messages[0]?.payload ?? {});
    expect((await standing()).map(({ title }) => title)).toEqual(["Follow-up overdue: Write the runbook"]);
  });
});

describe("limits and rules", () => {
  test("[ESC-123] the chair sets limits per level and for one venture; all of it is kept, an older revision refused", async () => {
    const { chair, admin, auditor, venture } = stage.world;
    const limits = { immediatePerDay: 1, nextBriefingPerDay: 0, weeklyPerWeek: 3 };
    const set = (scope: string, change: object = {}, actor = chair) =>
      invoke(setBudget, { actor, input: { scope, ...limits, reason: "A quiet week", ...change } });
    expect(await set("venture")).toEqual({ scope: "venture", ...limits, revision: 1 });
    expect(await set(venture.toLowerCase(), { immediatePerDay: 2 })).toMatchObject({ scope: venture, revision: 1 });
    expect(await answerOf(set("venture", { revision: 0 }))).toBe("kernel.changed_meanwhile");
    expect(await answerOf(set("galaxy"))).toBe("escalations.unknown_scope");
    expect(await answerOf(set("VNT-00000000"))).toBe("escalations.unknown_scope");
    expect(await answerOf(set("venture", { immediatePerDay: -1 }))).toBe("kernel.invalid_input");
    expect(await answerOf(set("venture", { immediatePerDay: 1.5 }))).toBe("kernel.invalid_input");
    expect(await answerOf(set("venture", {}, admin))).toBe("kernel.not_permitted");
    await raise({ severity: "critical", ventureRef: venture });
    const view = await invoke(readBudgets, { actor: auditor, input: {} });
    expect([view.day, view.week]).toEqual(["2026-11-20", "2026-11-16"]);
    expect(view.scopes.map(({ level, reference, isOwn, immediate }) => [level, reference, isOwn, immediate])).toEqual([
      ["ecosystem", null, false, { used: 1, limit: 20 }],
      ["portfolio", stage.world.portfolio, false, { used: 1, limit: 10 }],
      ["venture", venture, true, { used: 1, limit: 2 }],
    ]);
    expect(
      view.history.map(({ scope, before, after, by }) => [scope, before.immediatePerDay, after.immediatePerDay, by]),
    ).toEqual([
      [venture, 1, 2, "Ada Chair"],
      ["venture", 2, 1, "Ada Chair"],
    ]);
  });

  test("[ESC-124] stages, exempt categories and hours are set, and hold from the next raise on", async () => {
    const { chair, owner, venture } = stage.world;
    const change = (input: object, actor = chair) => invoke(changeRules, { actor, input });
    expect(await invoke(readRules, { actor: owner, input: {} })).toMatchObject({
      keyStages: [3, 5, 16, 23],
      revision: 0,
    });
    expect((await change({ keyStages: [4], summaryHour: 12 })).revision).toBe(1);
    expect((await change({ keyStages: [4] })).revision).toBe(1);
    expect(await answerOf(change({ keyStages: [5], revision: 0 }))).toBe("kernel.changed_meanwhile");
    for (const bad of [
      { keyStages: [0] },
      { keyStages: [4, 4] },
      { exemptCategories: ["gossip"] },
      { briefingHour: 24 },
      { weeklyDay: 0 },
    ]) {
      expect(await answerOf(change(bad))).toBe("kernel.invalid_input");
    }
    expect(await answerOf(change({ keyStages: [5] }, owner))).toBe("kernel.not_permitted");
    const answer = await raise({ ventureRef: venture, severity: "medium" });
    expect(answer.severityScore).toBe(2);
    expect((await read(answer.reference)).until).toBe("2026-11-20T11:00:00.000Z");
  });

  test("[ESC-2] the catalogue is offered, and a preview says what raising would mean without raising", async () => {
    const { owner, venture } = stage.world;
    const { triggers, categories } = await invoke(listTriggers, { actor: owner, input: {} });
    expect([triggers.length, categories.filter(({ isNeverAutonomous }) => isNeverAutonomous).length]).toEqual([16, 8]);
    const first = await raise({ title: "Data breach at a supplier", ventureRef: venture });
    const preview = await invoke(previewEscalation, {
      actor: owner,
      input: { title: "data breach at a SUPPLIER", ventureRef: venture, severity: "low" },
    });
    expect(preview).toMatchObject({
      ...{ severity: "critical", computed: "low", trigger: "data_breach", channel: "immediate", respondWithinHours: 4 },
      ...{ needsReview: true, joins: { reference: first.reference, occurrences: 1 }, heldBy: null },
    });
    expect((await standing()).map(({ occurrences }) => occurrences)).toEqual([1]);
  });

  test("[ESC-11] [ESC-141] the charts have their numbers: by age, answers against targets, noise removed, budget used", async () => {
    const { reference } = await raise({ severity: "medium" });
    await raise({ severity: "medium" });
    await raise({ title: "Old", severity: "low" });
    await stage.database.setClock({ at: "2026-11-20T15:00:00.000Z" });
    await invoke(resolveEscalation, { actor: stage.world.chair, input: { reference, resolution: "Done" } });
    await raise({ title: "New", severity: "high" });
    const metrics = await invoke(readMetrics, { actor: stage.world.auditor, input: {} });
    expect(metrics.byAge).toEqual([
      { severity: "high", age: "under_4", count: 1 },
      { severity: "low", age: "under_24", count: 1 },
    ]);
    expect(metrics.responses.find(({ severity }) => severity === "medium")).toEqual({
      ...{ severity: "medium", raised: 1, acknowledged: 0, resolved: 1, inTime: 1, targetHours: 48 },
      ...{ medianHoursToAcknowledge: null, medianHoursToResolve: 6 },
    });
    expect(metrics.noise).toHaveLength(12);
    expect(metrics.noise.slice(-2)).toEqual([
      { week: "2026-11-09", raised: 0, merged: 0, batched: 0, held: 0 },
      { week: "2026-11-16", raised: 4, merged: 1, batched: 2, held: 0 },
    ]);
    expect(metrics.budget.limits).toEqual({ immediatePerDay: 20, nextBriefingPerDay: 50 });
    expect(metrics.budget.days).toHaveLength(28);
    expect(metrics.budget.days.at(-1)).toEqual({ day: "2026-11-20", immediate: 0, nextBriefing: 1 });
  });
});
