// What follows a raise that is graver than what is open already, and whom many at once are told to.
import { expect, test } from "vitest";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { endMembership } from "../identity/operations/end-membership.ts";
import { createSilence } from "./operations/create-silence.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raise, raiseMany, read, rows } = actsOnAttention(() => stage);

test("[ESC-103] the graver raise brings all that its severity rests on; a milder one later changes none of it", async () => {
  await raise({ severity: "medium" });
  const { reference } = await raise({ severity: "high", financialImpactUsd: 5_000, stage: 5 });
  await raise({ severity: "low", financialImpactUsd: 50, deadlineHours: 2 });
  const [row] = await rows<Record<string, unknown>>(
    `SELECT severity, score, impact_cents::int AS cents, stage, deadline_at, jsonb_array_length(parts) > 0 AS has_parts
     FROM escalations WHERE organization_id = $1 AND reference = '${reference}'`,
  );
  expect(row).toEqual({ severity: 3, score: 5, cents: 500_000, stage: 5, deadline_at: null, has_parts: true });
});

test("[ESC-101] a rise is walked by the path of the charter that gives it its response time", async () => {
  const { reference } = await raise({ severity: "medium" });
  await rows("UPDATE escalations SET charter_version = 0 WHERE organization_id = $1");
  await raise({ severity: "medium" });
  const versions = () =>
    rows<{ n: number }>(
      `SELECT charter_version AS n FROM escalations WHERE organization_id = $1 AND reference = '${reference}'`,
    );
  expect(await versions()).toEqual([{ n: 0 }]);
  await raise({ severity: "high" });
  expect(await versions()).toEqual([{ n: 1 }]);
});

test.for([
  [3, ["Critical: Leak 0", "Critical: Leak 1", "Critical: Leak 2"]],
  [4, ["4 escalations at once: 4 critical"]],
] as const)("[ESC-108] %s that come to the same people at once", async ([count, titles]) => {
  const items = Array.from({ length: count }, (_, n) => ({
    title: `Leak ${n}`,
    category: "data_breach",
    severity: "critical",
  }));
  await raiseMany(items);
  const told = await rows<{ title: string }>(
    `SELECT title FROM notifications WHERE organization_id = $1 AND kind = 'escalations.raised' AND user_id = '${stage.world.chair.userId}'
     ORDER BY title`,
  );
  expect(told.map(({ title }) => title)).toEqual(titles);
  // The record still says of each who was told, and each finds its notification.
  const [record] = await rows<{ items: number; found: number }>(
    `SELECT count(DISTINCT n.escalation_id)::int AS items, count(DISTINCT n.escalation_id) FILTER (WHERE EXISTS (
       SELECT 1 FROM notifications t WHERE t.organization_id = n.organization_id AND t.source_key = n.source_key))::int AS found
     FROM escalation_notices n WHERE n.organization_id = $1`,
  );
  expect(record).toEqual({ items: count, found: count });
});

test("[ESC-107] the first notice reaches somebody although the owner of the model has left", async () => {
  const { owner, admin, model } = stage.world;
  await invoke(endMembership, { actor: admin, input: { personId: owner.userId, reason: "Left" } });
  await rows(
    `UPDATE charter_versions SET content = jsonb_set(content, '{escalationPaths,critical,steps,0}', '["model_owner"]')
     WHERE organization_id = $1`,
  );
  const { reference } = await raise({ severity: "critical", modelRef: model }, admin);
  const [first] = (await read(reference)).told;
  expect(first?.people.map(({ id }) => id)).toEqual([stage.world.chair.userId]);
});

test("[ESC-112] [ESC-113] a critical one that is silenced still holds what is minor on its model", async () => {
  const { model, chair } = stage.world;
  const minor = await raise({ title: "Small", severity: "medium", modelRef: model });
  const input = { matcher: { severity: ["critical"] }, endsInHours: 2, reason: "Planned maintenance" };
  await invoke(createSilence, { actor: chair, input });
  const critical = await raise({ title: "Large", severity: "critical", modelRef: model });
  expect((await read(critical.reference)).heldBy).toMatchObject({ by: "silence" });
  expect((await read(minor.reference)).heldBy).toMatchObject({ by: "inhibition", reference: critical.reference });
});
