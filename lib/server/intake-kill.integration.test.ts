import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createKey } from "../governance/identity/operations/create-key.ts";
import { type AttentionStage, actsOnAttention, stageAttention } from "../testing/attention-world.ts";
import { invoke } from "./invoke.ts";

let stage: AttentionStage;
stageAttention((taken) => {
  stage = taken;
});
const { rows, sweepAt, standing } = actsOnAttention(() => stage);

const KILLS = 20;
const CONNECTIONS = 8;
const PROGRAM = join(import.meta.dirname, "../testing/intake-process.ts");

type Process = { readonly child: ChildProcess; readonly address: Promise<string> };

function startProcess(): Process {
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", PROGRAM], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const address = once(child.stdout as NodeJS.ReadableStream, "data").then(([line]) => String(line).trim());
  return { child, address };
}

/** Raises until nobody answers any more; `hear` is told of each answer. */
async function raiseUntilSilence(address: string, key: string, next: () => number, hear: (titles: string[]) => void) {
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  for (;;) {
    const n = next();
    const isBatch = n % 3 === 0;
    const severity = ["critical", "medium", "low", "high"][n % 4];
    // Every fifth comes a second time, under another number.
    const titles = Array.from({ length: isBatch ? 5 : 1 }, (_, part) => `Matter ${n - (n % 5 === 0 ? 1 : 0)}.${part}`);
    const items = titles.map((title) => ({ title, severity, ventureRef: stage.world.venture, category: "other" }));
    const body = JSON.stringify(isBatch ? { items } : items[0]);
    const path = `/api/governance/escalations${isBatch ? "/batch" : ""}`;
    try {
      const answer = await fetch(`${address}${path}`, { method: "POST", headers, body });
      const said = (await answer.json()) as { accepted?: number };
      if (answer.status === 201 || said.accepted === items.length) hear(titles);
      else throw new Error(`an answer of ${answer.status}`, { cause: said });
    } catch (error) {
      if (error instanceof TypeError) return;
      throw error;
    }
  }
}

test("[ESC-127] killed twenty times under load: nothing that was answered is missing, nothing is told twice", async () => {
  const { owner } = stage.world;
  const input = { name: "monitor", scopes: ["escalations.raise"], expiresInDays: 1 };
  const { key } = await invoke(createKey, { actor: owner, input });
  const answered = new Map<string, number>();
  let raised = 0;
  let next = startProcess();
  for (let kill = 1; kill <= KILLS; kill += 1) {
    const { child, address } = next;
    const at = await address;
    if (kill < KILLS) next = startProcess();
    await stage.database.setClock({ at: new Date(Date.parse("2026-11-20T09:00:00.000Z") + kill * 3_600_000) });
    const before = answered.size;
    const gone = once(child, "exit");
    await Promise.all(
      Array.from({ length: CONNECTIONS }, () =>
        raiseUntilSilence(
          at,
          key,
          () => (raised += 1),
          (titles) => {
            for (const title of titles) answered.set(title, (answered.get(title) ?? 0) + 1);
            if (answered.size >= before + 3 * kill) child.kill("SIGKILL");
          },
        ),
      ),
    );
    await gone;
  }
  await sweepAt("2026-11-21T20:00:00.000Z");
  const items = await standing();
  const occurrences = Map.groupBy(items, ({ title }) => title);
  expect(answered.size).toBeGreaterThan(KILLS * 20);
  for (const [title, count] of answered) {
    const kept = (occurrences.get(title) ?? []).reduce((sum, item) => sum + item.occurrences, 0);
    expect([title, kept >= count]).toEqual([title, true]);
  }
  // Record and rows agree to the raise: an act is there with its entry, or not at all.
  const [record] = await rows<{ accepted: number }>(
    `SELECT sum(COALESCE((leaf::jsonb #>> '{details,accepted}')::int, 1))::int AS accepted FROM audit_entries
     WHERE organization_id = $1 AND action IN ('escalations.batch_raised', 'escalations.escalation_raised')`,
  );
  expect(record?.accepted).toBe(items.reduce((sum, item) => sum + item.occurrences, 0));
  expect(
    await rows(
      `SELECT user_id, kind, title, href FROM notifications WHERE organization_id = $1 AND kind = 'escalations.raised'
       GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  expect(
    await rows(
      `SELECT escalation_id, kind, step, severity FROM escalation_notices WHERE organization_id = $1
       GROUP BY 1, 2, 3, 4 HAVING count(*) > 1`,
    ),
  ).toEqual([]);
  // Each digest was told to each of its people exactly once, and budgets held through it all.
  expect(
    await rows(
      `SELECT d.id, u.user_id, count(n.id) FROM escalation_digests d CROSS JOIN unnest(d.user_ids) AS u(user_id)
       LEFT JOIN notifications n ON n.organization_id = d.organization_id AND n.user_id = u.user_id
         AND n.source_key = 'escalations.digest:' || d.id
       WHERE d.organization_id = $1 AND d.delivered_at IS NOT NULL GROUP BY 1, 2 HAVING count(n.id) <> 1`,
    ),
  ).toEqual([]);
  expect(await rows("SELECT * FROM escalation_budget_uses WHERE organization_id = $1 AND used > 200")).toEqual([]);
  const [immediate] = await rows<{ count: number }>(
    "SELECT count(*)::int AS count FROM escalations WHERE organization_id = $1 AND channel = 'immediate'",
  );
  expect(immediate?.count).toBe(4);
}, 300_000);
