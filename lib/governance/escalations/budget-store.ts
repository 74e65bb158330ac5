// Reads and writes of budgets of attention (ESC-5). What is left is read under the lock of its rows, taken in one order by
// everybody; spending is one conditional statement over all scopes and periods.
import type { Prisma } from "../../db/generated/client.ts";
import type { StatementWork, UnitOfWork } from "../../db/unit-of-work.ts";
import { type BudgetLimits, type Room, type RoomWanted, STANDARD_BUDGETS } from "./budget.ts";

type RoomRow = { scope_id: string; channel: string; period: string; used: number };
type LimitRow = {
  scope: string;
  immediate_per_day: number;
  next_briefing_per_day: number;
  weekly_per_week: number;
  revision: number;
};

const keyOf = ({ scope_id, channel, period }: RoomRow) => [scope_id, channel, period].join("|");

/** What was used of late in the scopes at stake, and the limits that were set: read with the ground, without a lock. */
export type BudgetGround = { readonly uses: readonly RoomRow[]; readonly limits: readonly LimitRow[] };

/** What is left in these rooms. `references` names ventures and portfolios by id. */
export function toRooms(
  wanted: readonly RoomWanted[],
  { uses, limits: rows }: BudgetGround,
  references: ReadonlyMap<string, string>,
): ReadonlyMap<string, Room> {
  const used = new Map(uses.map((use) => [keyOf(use), use.used]));
  const limits = toLimits(rows);
  return new Map(
    wanted.map(({ key, limitName, ...room }) => {
      const own = limits.get(references.get(room.scopeId) ?? "");
      const limit = (own ?? limits.get(room.level) ?? STANDARD_BUDGETS[room.level])[limitName];
      return [key, { ...room, limit, used: used.get(key) ?? 0 }];
    }),
  );
}

/** Locks those rooms and answers all of them, with what is left in the locked ones by now. */
export async function claimRooms(
  tx: StatementWork,
  rooms: ReadonlyMap<string, Room>,
  wanted: readonly RoomWanted[],
): Promise<ReadonlyMap<string, Room>> {
  if (wanted.length === 0) return rooms;
  const rows = await tx.db.$queryRaw<RoomRow[]>`
    -- kept: escalation_rooms_locked
    INSERT INTO escalation_budget_uses AS u (scope_id, channel, period, used)
    SELECT w."scopeId", w.channel, w.period, 0
    FROM jsonb_to_recordset(${JSON.stringify(wanted)}::jsonb) AS w("scopeId" uuid, channel text, period date, key text)
    ORDER BY w.key COLLATE "C"
    ON CONFLICT (organization_id, scope_id, channel, period) DO UPDATE SET used = u.used
    RETURNING u.scope_id, u.channel, u.period::text, u.used`;
  const used = new Map(rows.map((row) => [keyOf(row), row.used]));
  return new Map([...rooms].map(([key, room]) => [key, { ...room, used: used.get(key) ?? room.used }]));
}

/** Limits that were set, by scope. */
export async function loadBudgets(
  tx: StatementWork,
): Promise<ReadonlyMap<string, BudgetLimits & { revision: number }>> {
  const rows = await tx.db.$queryRaw<LimitRow[]>`
    -- kept: escalation_limits
    SELECT scope, immediate_per_day, next_briefing_per_day, weekly_per_week, revision FROM escalation_budgets
    WHERE organization_id = app_organization()`;
  return toLimits(rows);
}

function toLimits(rows: readonly LimitRow[]): ReadonlyMap<string, BudgetLimits & { revision: number }> {
  return new Map(
    rows.map((row) => [
      row.scope,
      {
        immediatePerDay: row.immediate_per_day,
        nextBriefingPerDay: row.next_briefing_per_day,
        weeklyPerWeek: row.weekly_per_week,
        revision: row.revision,
      },
    ]),
  );
}

/** INVARIANT: no room is spent beyond its limit; the statement says so itself, whatever was read before. */
export async function spend(
  tx: StatementWork,
  spending: ReadonlyMap<string, number>,
  rooms: ReadonlyMap<string, Room>,
): Promise<void> {
  if (spending.size === 0) return;
  const rows = [...spending].map(([key, units]) => ({ ...rooms.get(key), units }));
  const spent = await tx.db.$executeRaw`
    -- kept: escalation_spend
    UPDATE escalation_budget_uses u SET used = u.used + s.units
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS s("scopeId" uuid, channel text, period date, units int, "limit" int)
    WHERE u.organization_id = app_organization() AND u.scope_id = s."scopeId" AND u.channel = s.channel
      AND u.period = s.period AND u.used + s.units <= s."limit"`;
  if (spent !== rows.length) throw new Error("A budget of attention would have been overspent");
}

// ── limits ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export type StoredBudget = BudgetLimits & {
  readonly scope: string;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly updatedBy: string | null;
};

export async function findBudget(tx: UnitOfWork, scope: string): Promise<StoredBudget | null> {
  const row = await tx.db.escalationBudget.findFirst({ where: { scope } });
  if (row === null) return null;
  const { organizationId: _, ...budget } = row;
  return budget;
}

/** Limits change one act after the other: the organisation's row is locked by the caller. */
export async function saveBudget(
  tx: UnitOfWork,
  scope: string,
  limits: BudgetLimits,
  change: { readonly before: BudgetLimits; readonly revision: number; reason: string; at: Date; by: string | null },
): Promise<void> {
  const { at, by, before, reason, revision } = change;
  const data = { ...limits, revision, updatedAt: at, updatedBy: by };
  await tx.db.escalationBudget.upsert({
    where: { organizationId_scope: { organizationId: tx.organizationId, scope } },
    create: { ...data, scope },
    update: data,
  });
  await tx.db.escalationBudgetChange.create({
    data: {
      ...{ scope, reason, changedAt: at, changedBy: by },
      before: before as Prisma.InputJsonValue,
      after: limits as Prisma.InputJsonValue,
    },
  });
}

export type BudgetChangeRow = {
  readonly scope: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly reason: string;
  readonly changedAt: Date;
  readonly by: string | null;
};

/** Newest first. */
export async function loadBudgetChanges(tx: StatementWork, most: number): Promise<BudgetChangeRow[]> {
  return tx.db.$queryRaw<BudgetChangeRow[]>`
    SELECT c.scope, c.before, c.after, c.reason, c.changed_at AS "changedAt", u.name AS by
    FROM escalation_budget_changes c LEFT JOIN users u ON u.id = c.changed_by
    WHERE c.organization_id = app_organization() ORDER BY c.id DESC LIMIT ${most}`;
}

export type ScopeUse = {
  readonly level: "venture" | "portfolio" | "ecosystem";
  readonly id: string;
  readonly reference: string | null;
  readonly name: string;
  readonly immediate: number;
  readonly nextBriefing: number;
  readonly weekly: number;
};

/** What every scope has used today and this week. */
export async function loadUses(
  tx: StatementWork,
  { day, week }: { readonly day: string; readonly week: string },
): Promise<ScopeUse[]> {
  return tx.db.$queryRaw<ScopeUse[]>`
    WITH scopes AS (
      SELECT 'ecosystem' AS level, o.id, NULL::text AS reference, o.name, 0 AS place FROM organizations o WHERE o.id = app_organization()
      UNION ALL SELECT 'portfolio', p.id, p.reference, p.name, 1 FROM portfolios p WHERE p.organization_id = app_organization()
      UNION ALL SELECT 'venture', v.id, v.reference, v.name, 2 FROM ventures v
        WHERE v.organization_id = app_organization() AND v.lifecycle <> 'ended')
    SELECT s.level, s.id, s.reference, s.name,
      COALESCE(sum(u.used) FILTER (WHERE u.channel = 'immediate' AND u.period = ${day}::date), 0)::int AS immediate,
      COALESCE(sum(u.used) FILTER (WHERE u.channel = 'next_briefing' AND u.period = ${day}::date), 0)::int AS "nextBriefing",
      COALESCE(sum(u.used) FILTER (WHERE u.channel = 'weekly_digest' AND u.period = ${week}::date), 0)::int AS weekly
    FROM scopes s LEFT JOIN escalation_budget_uses u ON u.organization_id = app_organization() AND u.scope_id = s.id
      AND u.period = ANY(ARRAY[${day}::date, ${week}::date])
    GROUP BY s.level, s.id, s.reference, s.name, s.place ORDER BY s.place, s.name, s.id LIMIT 2000`;
}
