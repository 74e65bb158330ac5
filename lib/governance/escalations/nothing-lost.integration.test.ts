import fc from "fast-check";
import { expect, test } from "vitest";
import { sweepEscalations } from "../../jobs/escalation-sweep.ts";
import { invoke } from "../../server/invoke.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../../testing/attention-world.ts";
import { Refusal } from "../kernel/refusal.ts";
import { acknowledgeEscalation } from "./operations/acknowledge-escalation.ts";
import { createSilence } from "./operations/create-silence.ts";
import { endSilence } from "./operations/end-silence.ts";
import { resolveEscalation } from "./operations/resolve-escalation.ts";
import { Severity } from "./schema.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { raiseMany, rows, standing, sweepAt } = actsOnAttention(() => stage);

const raise = fc.record({
  title: fc.constantFrom("Latency", "LATENCY ", "Drift", "Outage", "Breach", "Question", "Backlog"),
  severity: fc.constantFrom(...Severity.options),
  source: fc.constantFrom("Prometheus", "person"),
  isOfVenture: fc.boolean(),
  isOfModel: fc.boolean(),
});
const act = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      act: fc.constant("raise" as const),
      raises: fc.array(raise, { minLength: 1, maxLength: 8 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constantFrom("acknowledge" as const, "resolve" as const), nth: fc.nat(30) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constantFrom("silence" as const, "end_silence" as const), nth: fc.nat(5) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("sweep" as const) }) },
);
/** What is done at once, and how many minutes pass after it. */
const turn = fc.record({
  acts: fc.array(act, { minLength: 1, maxLength: 6 }),
  minutes: fc.integer({ min: 0, max: 900 }),
});
type Act = typeof act extends fc.Arbitrary<infer Value> ? Value : never;

async function carryOut(each: Act, count: (accepted: number) => void): Promise<void> {
  const { chair, venture, model } = stage.world;
  if (each.act === "raise") {
    const items = each.raises.map(({ isOfVenture, isOfModel, ...given }) => ({
      ...given,
      ...(isOfVenture ? { ventureRef: venture } : {}),
      ...(isOfModel ? { modelRef: model } : {}),
    }));
    count((await raiseMany(items)).accepted);
  } else if (each.act === "sweep") {
    await sweepEscalations();
  } else if (each.act === "silence") {
    const matcher = { source: "Prometheus" };
    await invoke(createSilence, { actor: chair, input: { matcher, reason: "Planned maintenance", endsInHours: 3 } });
  } else if (each.act === "end_silence") {
    const [silence] = await rows<{ reference: string }>(
      "SELECT reference FROM escalation_silences WHERE organization_id = $1 AND ended_at IS NULL ORDER BY id DESC LIMIT 1",
    );
    const input = { reference: silence?.reference ?? "SIL-00000000", reason: "Done" };
    await invoke(endSilence, { actor: chair, input });
  } else {
    const items = await standing();
    const reference = items[each.nth % Math.max(1, items.length)]?.reference ?? "ESC-00000000";
    if (each.act === "acknowledge") await invoke(acknowledgeEscalation, { actor: chair, input: { reference } });
    else await invoke(resolveEscalation, { actor: chair, input: { reference, resolution: "Over" } });
  }
}

/** Items that do not stand where they say they stand, each with what is missing. */
const misplaced = () =>
  rows(
    `SELECT e.reference, e.place, e.channel, e.marks FROM escalations e
     LEFT JOIN escalation_digests d ON d.organization_id = e.organization_id AND d.id = e.digest_id
     WHERE e.organization_id = $1 AND NOT CASE e.place
       WHEN 'delivered' THEN e.marks @> '[["resolved_while_held"]]' OR CASE e.channel
         WHEN 'immediate' THEN EXISTS (SELECT 1 FROM escalation_notices n
           WHERE n.organization_id = e.organization_id AND n.escalation_id = e.id AND n.kind = 'first')
         ELSE d.delivered_at IS NOT NULL AND d.kind = e.channel END
       WHEN 'queued' THEN d.delivered_at IS NULL AND e.deliver_at IS NOT NULL AND e.channel <> 'immediate'
       ELSE CASE e.held_by
         WHEN 'silence' THEN EXISTS (SELECT 1 FROM escalation_silences s
           WHERE s.organization_id = e.organization_id AND s.reference = e.held_by_reference)
         ELSE EXISTS (SELECT 1 FROM escalations c WHERE c.organization_id = e.organization_id
           AND c.reference = e.held_by_reference AND c.severity = 4 AND c.model_id = e.model_id) END END`,
  );

const overspent = () =>
  rows(
    `SELECT u.* FROM escalation_budget_uses u WHERE u.organization_id = $1 AND u.used > CASE
       WHEN u.scope_id = u.organization_id THEN CASE u.channel WHEN 'immediate' THEN 20 WHEN 'next_briefing' THEN 50 ELSE 200 END
       WHEN EXISTS (SELECT 1 FROM ventures v WHERE v.id = u.scope_id)
         THEN CASE u.channel WHEN 'immediate' THEN 2 WHEN 'next_briefing' THEN 5 ELSE 20 END
       ELSE CASE u.channel WHEN 'immediate' THEN 10 WHEN 'next_briefing' THEN 25 ELSE 100 END END`,
  );

test("[ESC-3] [ESC-5] whatever comes at once, whatever is answered: every raise is in one place, and no budget is overspent", async () => {
  let accepted = 0;
  let resolved = 0;
  let at = Date.parse("2026-11-20T09:00:00.000Z");
  const doAct = async (each: Act) => {
    try {
      await carryOut(each, (more) => {
        accepted += more;
      });
      if (each.act === "resolve") resolved += 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
    }
  };
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 3, maxLength: 8 }), async (turns) => {
      for (const { acts, minutes } of turns) {
        await Promise.all(acts.map(doAct));
        const items = await standing();
        expect(items.reduce((sum, { occurrences }) => sum + occurrences, 0)).toBe(accepted);
        expect(items.filter(({ status }) => status === "resolved")).toHaveLength(resolved);
        expect(await misplaced()).toEqual([]);
        expect(await overspent()).toEqual([]);
        at += minutes * 60_000;
        await stage.database.setClock({ at: new Date(at) });
      }
    }),
    { numRuns: 12, endOnFailure: true },
  );
  // In the end everything has gone out, but for what open critical ones hold.
  await sweepAt(new Date(at + 40 * 86_400_000).toISOString());
  await sweepAt(new Date(at + 60 * 86_400_000).toISOString());
  expect(await misplaced()).toEqual([]);
  expect((await standing()).filter(({ place }) => place === "queued")).toEqual([]);
  expect(
    await rows(
      "SELECT reference FROM escalations WHERE organization_id = $1 AND place = 'held' AND held_by = 'silence'",
    ),
  ).toEqual([]);
});
