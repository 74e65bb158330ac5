// Aggregates for the charts: what is open by severity and age, answers against their targets, noise removed per week, and what
// the whole organisation used of its budget each day.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { toSeverity } from "./severity-scale.ts";

/** Ages in hours, from the youngest. */
const AGES = ["under_4", "under_24", "under_72", "older"] as const;

export async function loadByAge(tx: UnitOfWork, at: Date) {
  const rows = await tx.db.$queryRaw<{ severity: number; age: (typeof AGES)[number]; count: number }[]>`
    SELECT severity::int AS severity, CASE WHEN raised_at > ${at}::timestamptz - interval '4 hours' THEN 'under_4'
      WHEN raised_at > ${at}::timestamptz - interval '24 hours' THEN 'under_24'
      WHEN raised_at > ${at}::timestamptz - interval '72 hours' THEN 'under_72' ELSE 'older' END AS age, count(*)::int AS count
    FROM escalations WHERE organization_id = app_organization() AND status <> 'resolved' GROUP BY 1, 2 ORDER BY 1 DESC, 2`;
  return rows.map(({ severity, ...row }) => ({ severity: toSeverity(severity), ...row }));
}

/** Hours from raising to acknowledgement and to resolution, of what was raised within so many weeks. */
export async function loadResponses(tx: UnitOfWork, since: Date) {
  const rows = await tx.db.$queryRaw<
    {
      severity: number;
      raised: number;
      acknowledged: number;
      resolved: number;
      in_time: number;
      median_acknowledge: number | null;
      median_resolve: number | null;
      target: number;
    }[]
  >`
    SELECT severity::int AS severity, count(*)::int AS raised, count(acknowledged_at)::int AS acknowledged, count(resolved_at)::int AS resolved,
      count(*) FILTER (WHERE resolved_at < respond_by)::int AS in_time,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM acknowledged_at - raised_at)) / 3600)::float8 AS median_acknowledge,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM resolved_at - raised_at)) / 3600)::float8 AS median_resolve,
      (percentile_cont(0.5) WITHIN GROUP (ORDER BY extract(epoch FROM respond_by - severe_since)) / 3600)::float8 AS target
    FROM escalations WHERE organization_id = app_organization() AND raised_at >= ${since} GROUP BY severity ORDER BY severity DESC`;
  return rows.map((row) => ({
    ...{
      severity: toSeverity(row.severity),
      raised: row.raised,
      acknowledged: row.acknowledged,
      resolved: row.resolved,
    },
    ...{
      inTime: row.in_time,
      medianHoursToAcknowledge: row.median_acknowledge,
      medianHoursToResolve: row.median_resolve,
    },
    targetHours: row.target,
  }));
}

/** Per week of the organisation's calendar: raises taken, and how many of them nobody had to look at one by one. Each is counted once. */
export async function loadNoise(tx: UnitOfWork, since: Date, zone: string) {
  return tx.db.$queryRaw<{ week: string; raised: number; merged: number; batched: number; held: number }[]>`
    SELECT to_char(date_trunc('week', raised_at AT TIME ZONE ${zone}), 'YYYY-MM-DD') AS week, sum(occurrences)::int AS raised,
      sum(occurrences - 1)::int AS merged,
      count(*) FILTER (WHERE channel IN ('daily_summary', 'weekly_digest')
        AND NOT (marks @> '[["silenced"]]' OR marks @> '[["inhibited"]]'))::int AS batched,
      count(*) FILTER (WHERE marks @> '[["silenced"]]' OR marks @> '[["inhibited"]]')::int AS held
    FROM escalations WHERE organization_id = app_organization() AND raised_at >= ${since} GROUP BY 1 ORDER BY 1`;
}

/** What the ecosystem used on each day from `from` on; days without use are left out. */
export async function loadEcosystemUse(tx: UnitOfWork, from: string) {
  return tx.db.$queryRaw<{ day: string; immediate: number; nextBriefing: number }[]>`
    SELECT to_char(period, 'YYYY-MM-DD') AS day, COALESCE(sum(used) FILTER (WHERE channel = 'immediate'), 0)::int AS immediate,
      COALESCE(sum(used) FILTER (WHERE channel = 'next_briefing'), 0)::int AS "nextBriefing"
    FROM escalation_budget_uses
    WHERE organization_id = app_organization() AND scope_id = app_organization() AND period >= ${from}::date
      AND channel IN ('immediate', 'next_briefing') GROUP BY period ORDER BY period`;
}
