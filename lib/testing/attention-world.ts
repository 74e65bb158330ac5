// A board with a venture and a model, and what tests of escalations do there: one database for a file, a new organisation before
// each test, the clock where the test says.
import { afterAll, beforeAll, beforeEach } from "vitest";
import { disconnectDatabase } from "../db/client.ts";
import { raiseEscalation } from "../governance/escalations/operations/raise-escalation.ts";
import { raiseEscalations } from "../governance/escalations/operations/raise-escalations.ts";
import { readEscalation } from "../governance/escalations/operations/read-escalation.ts";
import type { Actor } from "../governance/kernel/actor.ts";
import { createPortfolio } from "../governance/portfolio/operations/create-portfolio.ts";
import { createVenture } from "../governance/portfolio/operations/create-venture.ts";
import { sweepEscalations } from "../jobs/escalation-sweep.ts";
import { invoke } from "../server/invoke.ts";
import { type BoardWorld, buildBoard, buildModel } from "./builders.ts";
import { startTestDatabase, type TestDatabase } from "./database.ts";

export type AttentionWorld = BoardWorld & {
  readonly portfolio: string;
  readonly venture: string;
  /** Of the world's owner, in operation. */
  readonly model: string;
};
export type AttentionStage = { readonly database: TestDatabase; readonly world: AttentionWorld };

/** Berlin's calendar. */
async function buildAttention(database: TestDatabase): Promise<AttentionWorld> {
  const board = await buildBoard();
  await database.query("UPDATE organizations SET time_zone = 'Europe/Berlin' WHERE id = $1", [board.organizationId]);
  const portfolio = await invoke(createPortfolio, { actor: board.admin, input: { name: "Water" } });
  const venture = await invoke(createVenture, {
    actor: board.admin,
    input: { portfolio: portfolio.reference, name: "Tide", stage: 4, lead: board.otherOwner.userId },
  });
  const model = await buildModel(board);
  await database.query("UPDATE models SET status = 'active', next_review_at = '2030-01-01Z' WHERE reference = $1", [
    model,
  ]);
  return { ...board, portfolio: portfolio.reference, venture: venture.reference, model };
}

/** Friday, 20 November 2026, ten in the morning in Berlin, unless said otherwise. */
const MORNING = "2026-11-20T09:00:00.000Z";

export function stageAttention(take: (stage: AttentionStage) => void, at = MORNING): void {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase();
  });
  beforeEach(async () => {
    await database.setClock({ at });
    take({ database, world: await buildAttention(database) });
  });
  afterAll(async () => {
    await disconnectDatabase();
    await database.stop();
  });
}

/** What tests do in the world that stands when they do it. */
export function actsOnAttention(stage: () => AttentionStage) {
  const owner = () => stage().world.owner;
  const rows = <Row extends Record<string, unknown>>(sql: string, ...values: unknown[]) =>
    stage().database.query<Row>(sql, [stage().world.organizationId, ...values]);
  return {
    raise: (input: Record<string, unknown> = {}, actor: Actor = owner()) =>
      invoke(raiseEscalation, { actor, input: { title: "Latency above target", ...input } }),
    raiseMany: (items: readonly unknown[], actor: Actor = owner()) =>
      invoke(raiseEscalations, { actor, input: { items } }),
    read: (reference: string, actor: Actor = stage().world.chair) =>
      invoke(readEscalation, { actor, input: { reference } }),
    /** Everything that is due at that instant, until nothing is left. */
    sweepAt: async (at: string) => {
      await stage().database.setClock({ at });
      for (let turn = 0; turn < 20 && (await sweepEscalations()); turn += 1);
    },
    rows,
    /** Of the organisation, as they stand. */
    standing: () =>
      rows<{ reference: string; title: string; place: string; channel: string; occurrences: number; status: string }>(
        `SELECT reference, title, place, channel, occurrences, status FROM escalations WHERE organization_id = $1 ORDER BY id`,
      ),
    used: () =>
      rows<{ channel: string; period: string; used: number; level: string }>(
        `SELECT u.channel, u.period::text, u.used, CASE WHEN u.scope_id = u.organization_id THEN 'ecosystem'
           WHEN EXISTS (SELECT 1 FROM ventures v WHERE v.id = u.scope_id) THEN 'venture' ELSE 'portfolio' END AS level
         FROM escalation_budget_uses u WHERE u.organization_id = $1 AND u.used > 0 ORDER BY 4, 1, 2`,
      ),
    notices: (kindLike: string) =>
      rows<{ kind: string; title: string; name: string }>(
        `SELECT n.kind, n.title, u.name FROM notifications n JOIN users u ON u.id = n.user_id
         WHERE n.organization_id = $1 AND n.kind LIKE $2 ORDER BY n.id, u.name`,
        kindLike,
      ),
  };
}
