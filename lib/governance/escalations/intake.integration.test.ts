import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { actionsOf, answerOf } from "../../testing/registry-world.ts";
import { readModel } from "../registry/operations/read-model.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { setBudget } from "./operations/set-budget.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, standing, used, notices } = actsOnAttention(() => stage);

const many = (count: number, change: Record<string, unknown> = {}) =>
  Array.from({ length: count }, (_, index) => ({ title: `Matter ${index}`, ...change }));
/** One after the other in time, all under way at once. */
const atOnce = <Value>(count: number, act: (index: number) => Promise<Value>) =>
  Promise.all(Array.from({ length: count }, (_, index) => act(index)));

describe("raising", () => {
  test("[ESC-1] [ESC-8] answers with severity, score, channel, deadline and every reason", async () => {
    const { venture, model } = stage.world;
    const answer = await raise({
      ...{ title: "Budget of the trial", category: "budget_increase", financialImpactUsd: 1000.01 },
      ...{ ventureRef: venture, modelRef: model, stage: 5 },
    });
    expect(answer).toMatchObject({
      ...{ severity: "critical", severityScore: 10, channel: "immediate", merged: false, occurrences: 1 },
      ...{ downgradedFrom: null, place: "delivered", respondBy: "2026-11-20T13:00:00.000Z" },
    });
    expect(answer.reasons.map(({ code }) => code.replace("escalations.", ""))).toEqual([
      ...["money_at_stake", "key_stage", "never_autonomous", "taken_in", "severity_assessed", "first_of_its_kind"],
      ...["not_held", "within_budget", "routed", "at_once", "told_at_once"],
    ]);
    expect(await notices("escalations.raised")).toHaveLength(9);
  });

  test("[ESC-118] an unknown venture or model is refused by name, and nothing is on record", async () => {
    expect(await answerOf(raise({ ventureRef: "VNT-00000000" }))).toBe("escalations.unknown_subject");
    expect(await answerOf(raise({ modelRef: "MDL-00000000" }))).toBe("escalations.unknown_subject");
    expect(await standing()).toEqual([]);
  });

  test("[ESC-119] one raise is one entry that names the item and keeps its title apart", async () => {
    const { reference } = await raise();
    const entries = await rows<{ subject_reference: string; personal: object }>(
      "SELECT subject_reference, personal FROM audit_entries WHERE organization_id = $1 AND action = 'escalations.escalation_raised'",
    );
    expect(entries).toEqual([{ subject_reference: reference, personal: { title: "Latency above target" } }]);
  });

  test("[ESC-1] what is open on a model raises its risk score, and resolving it lowers it again", async () => {
    const { model, owner, chair } = stage.world;
    const risk = async () => (await invoke(readModel, { actor: owner, input: { reference: model } })).riskScore;
    const before = await risk();
    const { reference } = await raise({ modelRef: model, severity: "medium" });
    expect(await risk()).toBe(before + 2);
    await invoke(resolveEscalation, { actor: chair, input: { reference, resolution: "Tuned" } });
    expect(await risk()).toBe(before);
  });
});

describe("the same again", () => {
  test("[ESC-4] [ESC-103] joins the open item: counts, keeps what was said, costs nothing", async () => {
    const first = await raise({ severity: "high", description: "Since nine" });
    const second = await raise({ title: " LATENCY above  Target", severity: "low", description: "Since ten" });
    expect(second).toMatchObject({
      reference: first.reference,
      merged: true,
      occurrences: 2,
      severity: "high",
      place: "merged",
    });
    expect((await used()).map(({ level, channel, used: units }) => [level, channel, units])).toEqual([
      ["ecosystem", "next_briefing", 1],
    ]);
    const { occurrences, said, timeline } = await read(first.reference);
    expect([occurrences, said.map(({ title, description }) => [title, description])]).toEqual([
      2,
      [["LATENCY above Target", "Since ten"]],
    ]);
    expect(timeline.map(({ kind }) => kind).toSorted()).toEqual(["merged", "raised"]);
  });

  test("[ESC-120] [ESC-101] a rise leads to the louder channel, spends there and keeps the sooner deadline", async () => {
    const { reference } = await raise({ severity: "low" });
    await stage.database.setClock({ at: "2026-11-20T10:00:00.000Z" });
    const risen = await raise({ severity: "critical" });
    expect(risen).toMatchObject({
      ...{ reference, merged: true, occurrences: 2, severity: "critical", channel: "immediate", place: "delivered" },
      respondBy: "2026-11-20T14:00:00.000Z",
    });
    expect((await used()).map(({ channel, used: units }) => [channel, units])).toEqual([
      ["immediate", 1],
      ["weekly_digest", 1],
    ]);
    expect((await read(reference)).told.map(({ kind, step }) => [kind, step])).toEqual([["first", 0]]);
  });

  test.each([
    ["a second before 24 hours", "2026-11-21T08:59:59.999Z", true],
    ["at 24 hours", "2026-11-21T09:00:00.000Z", false],
  ])("[ESC-102] %s", async (_name, at, isMerged) => {
    const first = await raise();
    await stage.database.setClock({ at });
    const second = await raise();
    expect(second.merged).toBe(isMerged);
    const { episode, episodes } = await read(second.reference);
    expect([episode, episodes.map(({ reference }) => reference)]).toEqual(isMerged ? [1, []] : [2, [first.reference]]);
  });

  test("[ESC-102] merging goes on from when it was last seen", async () => {
    await raise();
    for (const at of ["2026-11-21T08:00:00.000Z", "2026-11-22T07:00:00.000Z"]) {
      await stage.database.setClock({ at });
      expect((await raise()).merged).toBe(true);
    }
  });

  test("[ESC-4] resolved and raised again is a new episode, linked to the old one", async () => {
    const first = await raise();
    await invoke(resolveEscalation, {
      actor: stage.world.chair,
      input: { reference: first.reference, resolution: "Tuned" },
    });
    const again = await raise();
    expect([again.merged, again.reference === first.reference]).toEqual([false, false]);
    const { episode, episodes } = await read(again.reference);
    expect([episode, episodes.map(({ reference, resolution }) => [reference, resolution])]).toEqual([
      2,
      [[first.reference, "Tuned"]],
    ]);
  });
});

describe("many at once", () => {
  test("[ESC-4] raise | raise: a hundred equal ones are one item, a hundred occurrences and one unit of budget", async () => {
    const answers = await atOnce(100, () => raise({ severity: "critical", ventureRef: stage.world.venture }));
    expect(new Set(answers.map(({ reference }) => reference)).size).toBe(1);
    expect(answers.filter(({ merged }) => !merged)).toHaveLength(1);
    expect(answers.map(({ occurrences }) => occurrences).toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 100 }, (_, index) => index + 1),
    );
    expect((await standing()).map(({ occurrences }) => occurrences)).toEqual([100]);
    expect((await used()).map(({ level, channel, used: units }) => [level, channel, units])).toEqual([
      ["ecosystem", "immediate", 1],
      ["portfolio", "immediate", 1],
      ["venture", "immediate", 1],
    ]);
    expect(await notices("escalations.raised")).toHaveLength(9);
  });

  test("[ESC-5] spend | spend: fifty at once on a budget of ten are exactly ten immediate ones, and none is lost", async () => {
    const limits = { immediatePerDay: 10, nextBriefingPerDay: 5, weeklyPerWeek: 20 };
    await invoke(setBudget, {
      actor: stage.world.chair,
      input: { scope: stage.world.venture, ...limits, reason: "A storm" },
    });
    const answers = await atOnce(50, (index) =>
      raise({ title: `Matter ${index}`, severity: "critical", ventureRef: stage.world.venture }),
    );
    const by = Map.groupBy(answers, ({ channel }) => channel);
    expect([by.get("immediate")?.length, by.get("next_briefing")?.length, by.get("daily_summary")?.length]).toEqual([
      10, 5, 35,
    ]);
    expect(answers.filter(({ downgradedFrom }) => downgradedFrom === "immediate")).toHaveLength(40);
    expect(
      (await used()).filter(({ level }) => level === "venture").map(({ channel, used: units }) => [channel, units]),
    ).toEqual([
      ["immediate", 10],
      ["next_briefing", 5],
    ]);
    expect(await standing()).toHaveLength(50);
  });

  test("[ESC-4] merge | resolve: every raise counts in one of the episodes", async () => {
    const first = await raise();
    const acts = await Promise.all([
      ...Array.from({ length: 20 }, () => raise()),
      invoke(resolveEscalation, {
        actor: stage.world.chair,
        input: { reference: first.reference, resolution: "Tuned" },
      }),
      ...Array.from({ length: 20 }, () => raise()),
    ]);
    expect(acts).toHaveLength(41);
    const items = await standing();
    expect(items.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(41);
    expect(items[0]).toMatchObject({ reference: first.reference, status: "resolved" });
    expect(items.length).toBeLessThanOrEqual(2);
  });
});

describe("a batch", () => {
  test("[ESC-118] what cannot be taken is named by its index, and the rest lands", async () => {
    const answer = await raiseMany([
      { title: "One", severity: "medium" },
      { title: "Two", severity: "urgent" },
      { title: "one ", severity: "medium" },
      { title: "Three", ventureRef: "VNT-00000000" },
      "not an item",
      { title: "Four\u0000" },
      { title: "Five", financialImpactUsd: -1, stage: 26 },
      { title: "Six" },
    ]);
    expect([answer.accepted, answer.created, answer.merged]).toEqual([3, 2, 1]);
    expect(answer.items.map(({ index, merged, occurrences }) => [index, merged, occurrences])).toEqual([
      [0, false, 2],
      [2, true, 2],
      [7, false, 1],
    ]);
    expect(answer.refused.map(({ index, errors }) => [index, errors.map(({ path }) => path)])).toEqual([
      [1, ["severity"]],
      [3, ["ventureRef"]],
      [4, [""]],
      [5, ["title"]],
      [6, ["stage", "financialImpactUsd"]],
    ]);
  });

  test("[ESC-118] of 1,001 none is taken, of 1,000 all are, in one act", async () => {
    expect(await answerOf(raiseMany(many(1_001)))).toBe("kernel.invalid_input");
    expect(await standing()).toEqual([]);
    const { accepted, created } = await raiseMany(many(1_000, { severity: "medium" }));
    expect([accepted, created]).toEqual([1_000, 1_000]);
    expect((await standing()).every(({ place, channel }) => place === "queued" && channel === "daily_summary")).toBe(
      true,
    );
    const actions = await actionsOf(stage.database, stage.world.organizationId);
    expect(actions.filter((action) => action === "escalations.batch_raised")).toHaveLength(1);
  });

  test("[ESC-119] its entry names every item that it made or joined", async () => {
    const old = await raise({ title: "Old" });
    const { items } = await raiseMany([{ title: "New" }, { title: "old" }]);
    const [entry] = await rows<{ details: object }>(
      "SELECT leaf::jsonb -> 'details' AS details FROM audit_entries WHERE organization_id = $1 AND action = 'escalations.batch_raised'",
    );
    expect(entry?.details).toEqual({
      ...{ raised: 2, accepted: 2, refused: 0, created: [items[0]?.reference], joined: [old.reference] },
    });
  });

  test("[ESC-5] [ESC-6] within one act the budget holds as well, and what moved down says why and until when", async () => {
    await raiseMany(many(3, { severity: "critical", ventureRef: stage.world.venture }));
    expect((await standing()).map(({ channel }) => channel).toSorted()).toEqual([
      "immediate",
      "immediate",
      "next_briefing",
    ]);
    const [moved] = (await standing()).filter(({ channel }) => channel === "next_briefing");
    const item = await read(moved?.reference ?? "");
    expect(item).toMatchObject({
      ...{ severity: "critical", downgradedFrom: "immediate", respondBy: "2026-11-20T13:00:00.000Z" },
      until: "2026-11-21T07:00:00.000Z",
    });
    expect(item.marks.find(({ outcome }) => outcome === "moved")).toMatchObject({
      ...{ code: "escalations.downgraded", facts: { level: "venture", limit: 2, period: "2026-11-20" } },
    });
  });

  test("[ESC-5] a day ends at the organisation's midnight, also on the day of 25 hours", async () => {
    await stage.database.setClock({ at: "2027-10-31T22:59:00.000Z" });
    await raiseMany(many(2, { severity: "critical", ventureRef: stage.world.venture }));
    expect((await raise({ title: "Third", severity: "critical", ventureRef: stage.world.venture })).channel).toBe(
      "next_briefing",
    );
    await stage.database.setClock({ at: "2027-10-31T23:00:00.000Z" });
    expect((await raise({ title: "Fourth", severity: "critical", ventureRef: stage.world.venture })).channel).toBe(
      "immediate",
    );
    expect((await used()).filter(({ level, channel }) => level === "venture" && channel === "immediate")).toEqual([
      { level: "venture", channel: "immediate", period: "2027-10-31", used: 2 },
      { level: "venture", channel: "immediate", period: "2027-11-01", used: 1 },
    ]);
  });

  test("[ESC-5] a week ends at the organisation's Monday midnight, also after the Sunday of 25 hours", async () => {
    const venture = { ventureRef: stage.world.venture, severity: "low" };
    await stage.database.setClock({ at: "2027-10-31T22:59:59.999Z" });
    await raiseMany(many(21, venture));
    await stage.database.setClock({ at: "2027-10-31T23:00:00.000Z" });
    await raise({ title: "Monday", ...venture });
    expect(
      await rows("SELECT count(*)::int AS count FROM escalations WHERE organization_id = $1 AND is_over_budget"),
    ).toEqual([{ count: 1 }]);
    expect((await used()).filter(({ level }) => level === "venture")).toEqual([
      { level: "venture", channel: "weekly_digest", period: "2027-10-25", used: 20 },
      { level: "venture", channel: "weekly_digest", period: "2027-11-01", used: 1 },
    ]);
  });

  test.each([
    ["case", "LATENZ ÜBER ZIEL"],
    ["spaces", "  Latenz \t über   Ziel "],
    ["Unicode form", "Latenz u\u0308ber Ziel"],
  ])("[ESC-4] titles that differ only by %s are one item", async (_name, title) => {
    const first = await raise({ title: "Latenz über Ziel" });
    expect(await raise({ title })).toMatchObject({ reference: first.reference, merged: true, occurrences: 2 });
  });
});
