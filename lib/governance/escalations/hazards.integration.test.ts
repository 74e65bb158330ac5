import { Client } from "pg";
import { afterEach, describe, expect, test } from "vitest";
import { systemActor } from "../../server/actor.ts";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { createSilence } from "./operations/create-silence.ts";
import { deliverDigest } from "./operations/deliver-digest.ts";
import { endSilence } from "./operations/end-silence.ts";
import { gatherDigests } from "./operations/gather-digests.ts";
import { recordIncidentReview } from "./operations/record-incident-review.ts";
import { releaseDeparted } from "./operations/release-departed.ts";
import { releaseHeld } from "./operations/release-held.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows, standing, sweepAt, used, notices } = actsOnAttention(() => stage);

const system = () => systemActor(stage.world.organizationId, "test");
const silence = (matcher: object, endsInHours: number) =>
  invoke(createSilence, {
    actor: stage.world.chair,
    input: { matcher, endsInHours, reason: "Planned maintenance" },
  });

async function resolveCritical(reference: string): Promise<void> {
  await invoke(recordIncidentReview, {
    actor: stage.world.risk,
    input: {
      ...{ reference, actions: [], timeline: [{ at: "2026-11-20T08:40:00.000Z", what: "First alert" }] },
      ...{ rootCause: "A certificate had expired", impact: "Claims waited", lessons: "Watch certificates" },
      policyUpdates: "None needed",
    },
  });
  await invoke(resolveEscalation, { actor: stage.world.chair, input: { reference, resolution: "Renewed" } });
}

/** Somebody else's transaction, open as long as a test wants. */
const others: Client[] = [];
async function beginAsOwner(sql: string): Promise<Client> {
  const client = new Client({ connectionString: stage.database.ownerUrl });
  others.push(client);
  await client.connect();
  await client.query("BEGIN");
  await client.query(sql, [stage.world.organizationId]);
  return client;
}
afterEach(async () => {
  for (const client of others.splice(0)) await client.end();
});

/** Until somebody waits for a lock that another one holds. */
async function someoneWaits(): Promise<void> {
  for (;;) {
    const [row] = await stage.database.query<{ waits: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM pg_locks w WHERE NOT w.granted AND w.pid IN (SELECT l.pid FROM pg_locks l
         JOIN pg_database d ON d.oid = l.database WHERE d.datname = current_database())) AS waits`,
    );
    if (row?.waits) return;
  }
}

describe("held by what holds no more", () => {
  test("[ESC-113] what came to be held while the critical one was being resolved comes back all the same", async () => {
    const { model } = stage.world;
    const critical = await raise({ title: "Large", severity: "critical", modelRef: model });
    const { reference } = await raise({ title: "Small", severity: "medium", modelRef: model });
    await resolveCritical(critical.reference);
    // As one that read the critical one as open, and was committed a moment after its resolution.
    await rows("UPDATE escalations SET held_until = NULL WHERE organization_id = $1 AND place = 'held'");
    await sweepAt("2026-11-20T09:01:00.000Z");
    expect(await read(reference)).toMatchObject({ place: "queued", heldBy: null });
  });

  test("[ESC-111] what came to be held while the silence was being ended comes back all the same", async () => {
    const { reference: of } = await silence({ source: "Prometheus" }, 100);
    const { reference } = await raise({ source: "Prometheus", severity: "medium" });
    await invoke(endSilence, { actor: stage.world.chair, input: { reference: of, reason: "Done sooner" } });
    await rows("UPDATE escalations SET held_until = '2026-11-24T13:00Z' WHERE organization_id = $1 AND place = 'held'");
    await sweepAt("2026-11-20T09:01:00.000Z");
    expect(await read(reference)).toMatchObject({ place: "queued", heldBy: null });
  });

  test("[ESC-111] two silences: at the end of the first the second goes on holding, and both ended it comes back", async () => {
    await silence({ source: "Prometheus" }, 2);
    const { reference: second } = await silence({ severity: ["medium"] }, 4);
    const { reference } = await raise({ source: "Prometheus", severity: "medium" });
    await sweepAt("2026-11-20T11:00:00.000Z");
    expect(await read(reference)).toMatchObject({
      ...{ place: "held", heldBy: { by: "silence", reference: second }, until: "2026-11-20T13:00:00.000Z" },
    });
    const [entry] = await rows<{ details: object }>(
      "SELECT leaf::jsonb -> 'details' AS details FROM audit_entries WHERE organization_id = $1 AND action = 'escalations.items_released'",
    );
    expect(entry?.details).toEqual({ escalations: [], heldAgain: 1 });
    await sweepAt("2026-11-20T13:00:00.000Z");
    expect((await read(reference)).place).toBe("queued");
  });

  test("[ESC-113] of two critical ones on a model the second goes on holding when the first is resolved", async () => {
    const { model } = stage.world;
    const first = await raise({ title: "First", severity: "critical", modelRef: model });
    const second = await raise({ title: "Second", severity: "critical", modelRef: model });
    const { reference } = await raise({ title: "Small", severity: "low", modelRef: model });
    expect((await read(reference)).heldBy?.reference).toBe(first.reference);
    await resolveCritical(first.reference);
    await sweepAt("2026-11-20T09:01:00.000Z");
    expect((await read(reference)).heldBy?.reference).toBe(second.reference);
    await resolveCritical(second.reference);
    await sweepAt("2026-11-20T09:02:00.000Z");
    expect((await read(reference)).place).toBe("queued");
  });

  test("[ESC-111] what waits already when a silence begins stays where it is", async () => {
    const { reference } = await raise({ source: "Prometheus", severity: "medium" });
    await silence({ source: "Prometheus" }, 2);
    expect((await read(reference)).place).toBe("queued");
    expect(await raise({ source: "Prometheus", severity: "medium" })).toMatchObject({ merged: true });
    expect((await read(reference)).place).toBe("queued");
  });

  test("[ESC-104] what was acknowledged while it was held is told to nobody when it comes back", async () => {
    await silence({ severity: ["critical"] }, 2);
    const { reference } = await raise({ severity: "critical" });
    await invoke(acknowledgeEscalation, { actor: stage.world.risk, input: { reference } });
    await sweepAt("2026-11-20T11:00:00.000Z");
    const item = await read(reference);
    expect([item.place, item.status, item.told]).toEqual(["delivered", "acknowledged", []]);
    expect(await notices("escalations.raised")).toEqual([]);
  });

  test("[ESC-111] two workers bring back each held item once, with one unit of budget each", async () => {
    await silence({ source: "Prometheus" }, 2);
    await raiseMany(
      Array.from({ length: 12 }, (_, index) => ({ title: `Matter ${index}`, source: "Prometheus", severity: "high" })),
    );
    await stage.database.setClock({ at: "2026-11-20T11:00:00.000Z" });
    const release = () => invoke(releaseHeld, { actor: system(), input: {} });
    const answers = await Promise.all([release(), release(), release()]);
    expect(answers.reduce((sum, { released }) => sum + released, 0)).toBe(12);
    expect((await standing()).every(({ place }) => place === "queued")).toBe(true);
    expect((await used()).map(({ used: units }) => units)).toEqual([12]);
  });
});

describe("a digest at its hour", () => {
  const gather = () => invoke(gatherDigests, { actor: system(), input: {} });
  const deliver = () => invoke(deliverDigest, { actor: system(), input: {} });

  test("[ESC-7] what is gathered while its digest goes out waits for the next one, and is not lost in the one that is gone", async () => {
    await raise({ severity: "medium" });
    await sweepAt("2026-11-20T15:00:00.000Z");
    await stage.database.setClock({ at: "2026-11-20T16:00:00.000Z" });
    const { reference } = await raise({ title: "Late", severity: "medium" });
    await rows(
      `UPDATE escalations SET collect_at = '2026-11-20T16:00Z', deliver_at = '2026-11-20T16:00Z'
       WHERE organization_id = $1 AND digest_id IS NULL`,
    );
    const delivering = await beginAsOwner(
      "UPDATE escalation_digests SET delivered_at = '2026-11-20T16:00Z' WHERE organization_id = $1",
    );
    const gathering = gather();
    await someoneWaits();
    await delivering.query("COMMIT");
    await gathering;
    const [digest] = await rows<{ deliver_at: Date; delivered_at: Date | null }>(
      `SELECT d.deliver_at, d.delivered_at FROM escalations e JOIN escalation_digests d ON d.id = e.digest_id
       WHERE e.organization_id = $1 AND e.reference = $2`,
      reference,
    );
    expect([digest?.deliver_at.toISOString(), digest?.delivered_at]).toEqual(["2026-11-21T16:00:00.000Z", null]);
  });

  test("[ESC-7] what leaves a digest while it goes out is not told with it", async () => {
    await raiseMany([
      { title: "Stays", severity: "medium" },
      { title: "Leaves", severity: "medium" },
    ]);
    await sweepAt("2026-11-20T15:00:00.000Z");
    await stage.database.setClock({ at: "2026-11-20T16:00:00.000Z" });
    const leaving = await beginAsOwner(
      `UPDATE escalations SET place = 'held', held_by = 'inhibition', held_by_reference = 'ESC-00000000', digest_id = NULL,
         collect_at = NULL, deliver_at = NULL WHERE organization_id = $1 AND title = 'Leaves'`,
    );
    const delivering = deliver();
    await someoneWaits();
    await leaving.query("COMMIT");
    expect((await delivering).items).toBe(1);
    expect((await notices("escalations.daily_summary")).map(({ title }) => title)).toEqual(["Daily summary: 1 item"]);
  });
});

describe("a rise where the louder channels are full", () => {
  test("[ESC-120] stays with its decision card and costs nothing more; it never becomes quieter", async () => {
    const ofVenture = { ventureRef: stage.world.venture };
    await raiseMany([
      ...Array.from({ length: 2 }, (_, index) => ({ title: `Now ${index}`, severity: "critical", ...ofVenture })),
      ...Array.from({ length: 5 }, (_, index) => ({ title: `Card ${index}`, severity: "high", ...ofVenture })),
    ]);
    const before = await used();
    const risen = await raise({ title: "Card 0", severity: "critical", ...ofVenture });
    expect(risen).toMatchObject({ severity: "critical", channel: "next_briefing", downgradedFrom: "immediate" });
    expect(risen.reasons.map(({ code }) => code)).toContain("escalations.stays_in_channel");
    expect(await used()).toEqual(before);
    await sweepAt("2026-11-21T07:00:00.000Z");
    expect((await read(risen.reference)).place).toBe("delivered");
  });
});

test("[ESC-101] [ESC-106] one that rises after its deadline: no reminder, its steps from then on, none of them late", async () => {
  const { reference } = await raise({ severity: "medium" });
  await sweepAt("2026-11-23T08:59:00.000Z");
  await rows("UPDATE escalations SET last_seen_at = '2026-11-23T08:59Z' WHERE organization_id = $1");
  await stage.database.setClock({ at: "2026-11-23T09:00:00.000Z" });
  expect(await raise({ severity: "critical" })).toMatchObject({ reference, merged: true, channel: "immediate" });
  await sweepAt("2026-11-23T09:00:30.000Z");
  await sweepAt("2026-11-23T12:00:00.000Z");
  const { told, protocol } = await read(reference);
  expect(told.map(({ kind, step, at, isLate }) => [kind, step, at, isLate])).toEqual([
    ["half_time", 0, "2026-11-23T08:59:00.000Z", true],
    ["step", 1, "2026-11-23T08:59:00.000Z", true],
    ["first", 0, "2026-11-23T09:00:00.000Z", false],
    ["step", 1, "2026-11-23T09:00:30.000Z", false],
  ]);
  expect(protocol.steps.map(({ kind, doneAt, isLate }) => [kind, doneAt, isLate])).toEqual([
    ["first", "2026-11-23T09:00:00.000Z", false],
    ["step", "2026-11-23T09:00:30.000Z", false],
  ]);
});

describe("who has left", () => {
  const leave = (personId: string) =>
    invoke(endMembership, { actor: stage.world.admin, input: { personId, reason: "Left the company" } });

  test("[ESC-107] is nobody's audience: the reminder goes to who is left", async () => {
    const { model, owner } = stage.world;
    const { reference } = await raise({ severity: "low", modelRef: model }, stage.world.chair);
    await leave(owner.userId);
    await sweepAt("2026-11-24T00:00:00.000Z");
    expect((await read(reference)).told.map(({ kind, people }) => [kind, people.map(({ name }) => name)])).toEqual([
      ["half_time", ["Rita Risk"]],
    ]);
    expect((await notices("escalations.unanswered")).map(({ name }) => name)).toEqual(["Rita Risk"]);
  });

  test("[ESC-128] leaves behind what they answered for: open again with nobody, its reminder due again, told once", async () => {
    const { owner, chair, model } = stage.world;
    const { reference } = await raise({ title: "Theirs", severity: "medium", modelRef: model });
    const { reference: done } = await raise({ title: "Done", severity: "medium", modelRef: model });
    const { reference: other } = await raise({ title: "Other", severity: "medium" });
    const acknowledge = (each: string, actor = owner) =>
      invoke(acknowledgeEscalation, { actor, input: { reference: each } });
    for (const each of [reference, done]) await acknowledge(each);
    await acknowledge(other, chair);
    await invoke(resolveEscalation, { actor: owner, input: { reference: done, resolution: "Tuned" } });
    const release = () => invoke(releaseDeparted, { actor: system(), input: { userId: owner.userId } });
    // Told too early, or of somebody who came back meanwhile: nothing.
    expect((await release()).released).toEqual([]);
    await leave(owner.userId);
    expect((await release()).released).toEqual([reference]);
    expect((await release()).released).toEqual([]);
    const states = await Promise.all([reference, done, other].map(async (each) => (await read(each)).status));
    expect([states, (await read(reference)).assignee]).toEqual([["open", "resolved", "acknowledged"], null]);
    const told = await notices("escalations.left_behind");
    expect(told.map(({ title, name }) => `${name}: ${title}`).toSorted()).toEqual([
      "Ada Chair: Nobody answers for it any more: Theirs",
      "Ari Admin: Nobody answers for it any more: Theirs",
    ]);
    await sweepAt("2026-11-21T09:00:00.000Z");
    expect((await read(reference)).told.map(({ kind }) => kind)).toEqual(["half_time"]);
  });

  test("[ESC-110] is not written down as somebody who got the weekly digest", async () => {
    const { model, owner, chair } = stage.world;
    await raise({ severity: "low", modelRef: model }, chair);
    await leave(owner.userId);
    await sweepAt("2026-11-23T07:00:00.000Z");
    expect(
      await rows("SELECT user_ids FROM escalation_digests WHERE organization_id = $1 AND kind = 'weekly_digest'"),
    ).toEqual([{ user_ids: [chair.userId] }]);
  });
});
