// What people who come from an alert manager take for granted, where no other test of this room shows it: who is told once and
// again, what silences and inhibition do to what comes together, and what a standstill or another time zone does to digests.
import { describe, expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { acknowledgeEscalations } from "./operations/acknowledge-escalations.ts";
import { createSilence } from "./operations/create-silence.ts";
import { endSilence } from "./operations/end-silence.ts";
import { listSilences } from "./operations/list-silences.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { undoAcknowledgement } from "./operations/undo-acknowledgement.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, standing, sweepAt, notices } = actsOnAttention(() => stage);

const silence = (matcher: object, endsInHours: number) =>
  invoke(createSilence, { actor: stage.world.chair, input: { matcher, endsInHours, reason: "Planned maintenance" } });
const at = (instant: string) => stage.database.setClock({ at: instant });

describe("telling", () => {
  test("[ESC-4] [ESC-8] the same again tells nobody anew; half time and deadline do, each once", async () => {
    const { reference } = await raise({ severity: "critical" });
    const first = (await notices("escalations.raised")).length;
    for (const minute of ["05", "10", "15"]) {
      await at(`2026-11-20T09:${minute}:00.000Z`);
      await raise({ severity: "critical" });
      await sweepAt(`2026-11-20T09:${minute}:30.000Z`);
    }
    expect(await notices("escalations.%")).toHaveLength(first);
    for (const hour of ["11", "12", "13", "14", "20"]) await sweepAt(`2026-11-20T${hour}:00:00.000Z`);
    expect((await read(reference)).told.map(({ kind, step }) => [kind, step])).toEqual([
      ["first", 0],
      ["half_time", 0],
      ["step", 1],
    ]);
  });

  test("[ESC-3] [ESC-102] nothing resolves itself: what is not raised again for weeks is open and overdue", async () => {
    const { reference } = await raise({ severity: "medium" });
    await sweepAt("2026-12-31T09:00:00.000Z");
    expect(await read(reference)).toMatchObject({ status: "open", isOverdue: true, place: "delivered" });
  });

  test("[ESC-7] what was resolved before its digest is counted in it as resolved", async () => {
    const { reference } = await raise({ severity: "medium" });
    await raise({ title: "Drift", severity: "medium" });
    await invoke(resolveEscalation, { actor: stage.world.chair, input: { reference, resolution: "Tuned" } });
    await sweepAt("2026-11-20T16:00:00.000Z");
    const [letter] = await rows<{ title: string; body: string }>(
      "SELECT title, body FROM notifications WHERE organization_id = $1 AND kind = 'escalations.daily_summary'",
    );
    expect([letter?.title, letter?.body.includes("1 resolved by now")]).toEqual(["Daily summary: 2 items", true]);
  });

  test("[ESC-110] a digest that everything has left is told to nobody", async () => {
    const { model } = stage.world;
    const { reference } = await raise({ severity: "medium", modelRef: model });
    await sweepAt("2026-11-20T15:00:00.000Z");
    await raise({ title: "Large", severity: "critical", modelRef: model });
    await sweepAt("2026-11-20T16:00:00.000Z");
    expect((await read(reference)).place).toBe("held");
    expect(await notices("escalations.daily_summary")).toEqual([]);
    expect(
      await rows("SELECT user_ids, delivered_at IS NULL AS waits FROM escalation_digests WHERE organization_id = $1"),
    ).toEqual([{ user_ids: [], waits: false }]);
  });

  test("[ESC-117] [ESC-8] acknowledged before half time and taken back after it: reminded all the same, once", async () => {
    const { reference } = await raise({ severity: "critical" });
    const input = { references: [reference] };
    await at("2026-11-20T10:58:00.000Z");
    await invoke(acknowledgeEscalations, { actor: stage.world.chair, input });
    await sweepAt("2026-11-20T11:01:00.000Z");
    const kinds = async () => (await read(reference)).told.map(({ kind, isLate }) => [kind, isLate]);
    expect(await kinds()).toEqual([["first", false]]);
    await invoke(undoAcknowledgement, { actor: stage.world.chair, input });
    await sweepAt("2026-11-20T11:02:00.000Z");
    expect(await kinds()).toEqual([
      ["first", false],
      ["half_time", false],
    ]);
  });
});

describe("silences", () => {
  test("[ESC-111] hold their own of what comes together, and the rest goes on", async () => {
    await silence({ source: "Prometheus" }, 2);
    const { items } = await raiseMany([
      { title: "A", source: "Prometheus", severity: "high" },
      { title: "B", source: "Grafana", severity: "high" },
      { title: "C", source: "prometheus", severity: "medium" },
      { title: "D", source: "Prometheus", severity: "critical" },
    ]);
    expect(items.map(({ place }) => place)).toEqual(["held", "queued", "held", "delivered"]);
  });

  test("[ESC-111] [ESC-120] one that is held and rises beyond the silence goes out, and is told", async () => {
    await silence({ severity: ["low", "medium"] }, 2);
    const { reference, place } = await raise({ severity: "medium" });
    expect(place).toBe("held");
    expect(await raise({ severity: "critical" })).toMatchObject({
      reference,
      place: "delivered",
      channel: "immediate",
    });
    expect((await read(reference)).told.map(({ kind }) => kind)).toEqual(["first"]);
    await sweepAt("2026-11-20T11:00:00.000Z");
    expect((await read(reference)).place).toBe("delivered");
  });

  test("[ESC-111] are listed by whether they hold, newest first and page by page, with who began and who ended them", async () => {
    const names: string[] = [];
    for (const source of ["One", "Two", "Three"]) names.push((await silence({ source }, 2)).reference);
    await invoke(endSilence, { actor: stage.world.chair, input: { reference: names[1], reason: "Done sooner" } });
    await at("2026-11-20T10:00:00.000Z");
    const list = (input: object) => invoke(listSilences, { actor: stage.world.auditor, input });
    const of = async (input: object) => (await list(input)).items.map(({ reference }) => reference);
    expect(await of({})).toEqual(names.toReversed());
    expect(await of({ isActive: true })).toEqual([names[2], names[0]]);
    expect((await list({ isActive: false })).items.map(({ ended }) => [ended?.by.name, ended?.reason])).toEqual([
      ["Ada Chair", "Done sooner"],
    ]);
    const first = await list({ limit: 2 });
    expect(await of({ limit: 2, cursor: first.nextCursor })).toEqual([names[0]]);
  });
});

describe("digests after a standstill, and elsewhere", () => {
  test("[ESC-7] [ESC-106] each day's summary is told once, in order, and says that it is late", async () => {
    for (const day of ["20", "21", "22"]) {
      await at(`2026-11-${day}T09:00:00.000Z`);
      await raise({ title: `Matter of ${day}`, severity: "medium" });
    }
    await sweepAt("2026-11-25T12:00:00.000Z");
    await sweepAt("2026-11-25T12:05:00.000Z");
    const letters = await rows<{ body: string }>(
      "SELECT body FROM notifications WHERE organization_id = $1 AND kind = 'escalations.daily_summary' ORDER BY id",
    );
    expect(letters.map(({ body }) => [body.startsWith("This one is late"), /Matter of \d+/u.exec(body)?.[0]])).toEqual([
      [true, "Matter of 20"],
      [true, "Matter of 21"],
      [true, "Matter of 22"],
    ]);
    expect((await standing()).every(({ place }) => place === "delivered")).toBe(true);
  });

  test("[ESC-7] what waits when the organisation moves goes out at the hour that it was told; what comes then, at the new one", async () => {
    const before = await raise({ title: "Before", severity: "medium" });
    await rows("UPDATE organizations SET time_zone = 'America/New_York' WHERE id = $1");
    const after = await raise({ title: "After", severity: "medium" });
    const untils = async () => [(await read(before.reference)).until, (await read(after.reference)).until];
    expect(await untils()).toEqual(["2026-11-20T16:00:00.000Z", "2026-11-20T22:00:00.000Z"]);
    await sweepAt("2026-11-20T16:00:00.000Z");
    expect((await standing()).map(({ place }) => place)).toEqual(["delivered", "queued"]);
    await sweepAt("2026-11-20T22:00:00.000Z");
    expect((await standing()).map(({ place }) => place)).toEqual(["delivered", "delivered"]);
    expect(await notices("escalations.daily_summary")).toHaveLength(2);
  });
});
