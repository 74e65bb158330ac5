// Answers "what is written for a planned row?" (REG-9, REG-10, REG-109): the row of the registry, and why its tier is not the
// assessed one where it is not.
import { isReviewDue } from "../review-schedule.ts";
import { deriveRiskScore, NO_ESCALATIONS } from "../risk-score.ts";
import type { Tier } from "../schema.ts";
import type { TierOverride } from "../tier-change.ts";
import type { PlannedRow } from "./plan.ts";

type Written = Extract<PlannedRow, { outcome: "created" | "updated" }>;

const STATED = "The inventory states this tier";
const KEPT = "An import never lowers a tier: the one before was kept";

/** What is known of a model that is updated. */
export type WrittenBefore = { readonly tierOverride: TierOverride | null };

function toTierOverride(row: Written, before: WrittenBefore | null, at: string): TierOverride | null {
  const { assessed, tier: wanted } = row.candidate;
  if (row.tier === assessed.outcome) return null;
  if (before?.tierOverride?.tier === row.tier) return before.tierOverride;
  const reason = row.tier === wanted ? STATED : KEPT;
  return { tier: row.tier, assessed: assessed.outcome, reason, by: null, at };
}

/** What a model is at risk that is new here: no scorecard yet, and no review. */
function toFirstRisk(row: Written, at: Date) {
  const isDue = isReviewDue({ status: row.status, nextReviewAt: null }, at);
  return deriveRiskScore({ tier: row.tier, overall: null, isReviewDue: isDue, openEscalations: NO_ESCALATIONS });
}

/** One row of `models` as JSON, by column name. `owner_user_id` null leaves the owner as it is, the risk is of new models. */
export type ModelRecord = Readonly<Record<string, unknown>> & { readonly reference: string; readonly tier: Tier };

export function toModelRecord(
  row: Written,
  reference: string,
  ownerUserId: string | null,
  before: WrittenBefore | null,
  at: Date,
): ModelRecord {
  const { candidate, tier, status } = row;
  const risk = toFirstRisk(row, at);
  const { facts, unitParts } = candidate;
  return {
    reference,
    name: candidate.name,
    version: candidate.version,
    description: candidate.description,
    owner_user_id: ownerUserId,
    unit: candidate.unit,
    agency: unitParts[0] ?? "",
    bureau: unitParts.slice(1).join(" / "),
    tier,
    tier_reasons: candidate.assessed.reasons,
    tier_override: toTierOverride(row, before, at.toISOString()),
    status,
    tags: candidate.tags,
    affects_rights: facts.affectsRights,
    affects_safety: facts.affectsSafety,
    decides_autonomously: facts.decidesAutonomously,
    uses_personal_data: facts.usesPersonalData,
    is_public_facing: facts.isPublicFacing,
    stage: facts.stage,
    stage_dates: candidate.dates,
    source_name: candidate.source,
    source_id: candidate.sourceId,
    source_facts: candidate.sourceFacts,
    content_digest: candidate.contentDigest,
    risk_score: risk.score,
    risk_contributions: risk.contributions,
  };
}
