// Reads behind the charts, aggregated in the database: thousands of models with their history come out as a few rows.
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { ModelStatus, Tier } from "../registry/schema.ts";
import type { BandedGroup } from "./model-picture.ts";
import { type Pictures, RISK_BANDS } from "./schema.ts";

type BandedRow = { status: string; tier: string; band: number; count: number; due: number };

export async function loadBandedGroups(tx: UnitOfWork): Promise<BandedGroup[]> {
  const rows = await tx.db.$queryRaw<BandedRow[]>`
    SELECT status, tier, width_bucket(risk_score, ${[...RISK_BANDS]}::int[]) - 1 AS band, count(*)::int AS count, 0 AS due
    FROM models WHERE organization_id = ${tx.organizationId}::uuid GROUP BY status, tier, band`;
  return rows.map((row) => ({ ...row, status: ModelStatus.parse(row.status), tier: Tier.parse(row.tier) }));
}

type RiskRow = { point: number; tier: string; models: number; mean: number; highest: number };

/**
 * Per instant and tier the mean and the highest of the scores that stood then. `instants` ascend. Each entry falls into
 * the first instant at or after it; the last of a model there stands until its next one, so a model costs at most one
 * row an instant, however long its history is.
 */
export async function loadRiskOverTime(tx: UnitOfWork, instants: readonly Date[]): Promise<Pictures["riskOverTime"]> {
  const rows = await tx.db.$queryRaw<RiskRow[]>`
    WITH last_before AS (
      SELECT DISTINCT ON (model_id, point) model_id, score,
        width_bucket(recorded_at - interval '1 millisecond', ${[...instants]}::timestamptz[]) AS point
      FROM risk_score_entries WHERE organization_id = ${tx.organizationId}::uuid
      ORDER BY model_id, point, recorded_at DESC, id DESC
    ), standing AS (
      SELECT model_id, score, point,
        lead(point, 1, ${instants.length}) OVER (PARTITION BY model_id ORDER BY point) AS until_point
      FROM last_before WHERE point < ${instants.length}
    )
    SELECT at_point AS point, m.tier, count(*)::int AS models, round(avg(s.score), 1)::float8 AS mean, max(s.score) AS highest
    FROM standing s
    JOIN models m ON m.organization_id = ${tx.organizationId}::uuid AND m.id = s.model_id AND m.status <> 'decommissioned'
    CROSS JOIN LATERAL generate_series(s.point, s.until_point - 1) AS at_point
    GROUP BY at_point, m.tier ORDER BY at_point, m.tier DESC`;
  return instants.flatMap((at, index) => {
    const tiers = rows
      .filter((row) => row.point === index)
      .map((row) => ({
        tier: Tier.parse(row.tier),
        models: row.models,
        meanRisk: row.mean,
        highestRisk: row.highest,
      }));
    return tiers.length === 0 ? [] : [{ at: at.toISOString(), tiers }];
  });
}

/** Operational models by the week of their next review; `starts` holds one instant more than there are weeks. */
export async function loadReviewLoad(tx: UnitOfWork, starts: readonly Date[], at: Date): Promise<Pictures["reviews"]> {
  const rows = await tx.db.$queryRaw<{ week: number; count: number }[]>`
    SELECT CASE WHEN next_review_at IS NULL OR next_review_at <= ${at} THEN 0
      ELSE width_bucket(next_review_at, ${[...starts]}::timestamptz[]) END AS week, count(*)::int AS count
    FROM models
    WHERE organization_id = ${tx.organizationId}::uuid AND status IN ('approved', 'active') GROUP BY 1`;
  const countOf = (week: number) => rows.find((row) => row.week === week)?.count ?? 0;
  const weeks = starts
    .slice(0, -1)
    .map((start, index) => ({ weekStart: start.toISOString(), due: countOf(index + 1) }));
  return { overdue: countOf(0), weeks };
}

/**
 * Board votes that ended with a result since then: how many each member was entitled to and how many they cast. Who
 * stood aside, or whose right ended before the close without a ballot, was not entitled.
 */
export async function loadParticipation(
  tx: UnitOfWork,
  since: Date,
  at: Date,
): Promise<Pictures["participation"]["members"]> {
  return tx.db.$queryRaw<{ name: string; cast: number; entitled: number }[]>`
    SELECT u.name, count(b.voter_user_id)::int AS cast, count(*)::int AS entitled
    FROM proposals p
    JOIN electors e ON e.organization_id = p.organization_id AND e.proposal_id = p.id
    JOIN users u ON u.id = e.user_id
    LEFT JOIN ballots b ON b.organization_id = e.organization_id AND b.proposal_id = e.proposal_id
      AND b.voter_user_id = e.user_id
    LEFT JOIN board_members s ON s.organization_id = e.organization_id AND s.reference = e.seat_reference
    WHERE p.organization_id = ${tx.organizationId}::uuid AND p.closed_at > ${since} AND p.closed_at <= ${at}
      AND p.status IN ('passed', 'rejected', 'no_quorum', 'executed', 'execution_failed')
      AND e.seat_role IS NOT NULL AND e.recused_at IS NULL
      AND (b.voter_user_id IS NOT NULL OR s.id IS NULL
        OR LEAST(s.term_end_at, COALESCE(s.ended_at, s.term_end_at)) > p.closed_at)
    GROUP BY e.user_id, u.name ORDER BY u.name, e.user_id`;
}
