// Computes risk scores anew where what feeds them changed, and keeps a point of history for each that changed (REG-8).
// Set-based: one model or a whole import, three statements.
import { Prisma } from "../../db/generated/client.ts";
import type { StatementWork, UnitOfWork } from "../../db/unit-of-work.ts";
import { isReviewDue } from "./review-schedule.ts";
import { deriveRiskScore, type OpenEscalations } from "./risk-score.ts";
import { ModelStatus, Tier } from "./schema.ts";

type RiskRow = {
  id: string;
  tier: string;
  status: string;
  next_review_at: Date | null;
  risk_score: number;
  overall: { numerator: number; denominator: number } | null;
  has_history: boolean;
  open_escalations: OpenEscalations;
};

const AT_ONCE = 2_000;

/** Answers how many scores are new. The models are locked by the caller, or new. */
export async function refreshRiskScores(tx: StatementWork, modelIds: readonly string[], at: Date): Promise<number> {
  let changed = 0;
  for (let from = 0; from < modelIds.length; from += AT_ONCE) {
    changed += await refreshSome(tx, modelIds.slice(from, from + AT_ONCE), at);
  }
  return changed;
}

async function refreshSome(tx: StatementWork, modelIds: readonly string[], at: Date): Promise<number> {
  const rows = await tx.db.$queryRaw<RiskRow[]>`
    SELECT m.id, m.tier, m.status, m.next_review_at, m.risk_score,
      (SELECT p.evaluation -> 'overall' FROM decision_packages p
       WHERE p.organization_id = m.organization_id AND p.model_id = m.id ORDER BY p.sequence DESC LIMIT 1) AS overall,
      EXISTS (SELECT 1 FROM risk_score_entries r
        WHERE r.organization_id = m.organization_id AND r.model_id = m.id) AS has_history,
      (SELECT jsonb_build_object('critical', count(*) FILTER (WHERE e.severity = 4), 'high', count(*) FILTER (WHERE e.severity = 3),
          'medium', count(*) FILTER (WHERE e.severity = 2), 'low', count(*) FILTER (WHERE e.severity = 1))
        FROM escalations e WHERE e.organization_id = m.organization_id AND e.model_id = m.id AND e.status <> 'resolved'
      ) AS open_escalations
    FROM models m WHERE m.organization_id = app_organization() AND m.id = ANY(${[...modelIds]}::uuid[])`;
  const scored = rows.map((row) => {
    const model = { status: ModelStatus.parse(row.status), nextReviewAt: row.next_review_at };
    const risk = deriveRiskScore({
      tier: Tier.parse(row.tier),
      overall: row.overall,
      isReviewDue: isReviewDue(model, at),
      openEscalations: row.open_escalations,
    });
    return { id: row.id, ...risk, isNew: risk.score !== row.risk_score || !row.has_history };
  });
  await tx.db.$executeRaw`
    UPDATE models m SET risk_score = r.score, risk_contributions = r.contributions
    FROM jsonb_to_recordset(${JSON.stringify(scored)}::jsonb) AS r(id uuid, score int, contributions jsonb)
    WHERE m.organization_id = app_organization() AND m.id = r.id`;
  const fresh = scored.filter(({ isNew }) => isNew);
  if (fresh.length === 0) return 0;
  return tx.db.$executeRaw`
    INSERT INTO risk_score_entries (model_id, score, contributions, recorded_at)
    SELECT r.id, r.score, r.contributions, ${at}
    FROM jsonb_to_recordset(${JSON.stringify(fresh)}::jsonb) AS r(id uuid, score int, contributions jsonb)`;
}

/** Operational models whose review has become due since their score was computed; locked, at most so many. */
export async function lockModelsNewlyDue(tx: UnitOfWork, at: Date, most: number): Promise<string[]> {
  const rows = await tx.db.$queryRaw<{ id: string }[]>`
    SELECT id FROM models WHERE organization_id = app_organization() AND status IN ('approved', 'active')
      AND next_review_at <= ${at}
      AND NOT risk_contributions @> ${Prisma.sql`'[{"facts": {"isReviewDue": true}}]'::jsonb`}
    ORDER BY id LIMIT ${most} FOR NO KEY UPDATE`;
  return rows.map(({ id }) => id);
}
