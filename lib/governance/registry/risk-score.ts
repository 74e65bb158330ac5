// Answers "how risky is this model, and what makes it so?" (REG-8): whole points, each with its reason, 0 to 100.
import type { Reason } from "../kernel/verdict.ts";
import type { Tier } from "./schema.ts";
import { TIERS } from "./tier.ts";

const SCORECARD_GAP_MAX = 15;
const OVERDUE_REVIEW = 5;
const ESCALATIONS_MAX = 20;
const RISK_MAX = 100;
const ESCALATION_POINTS = { critical: 10, high: 6, medium: 2, low: 1 } as const;

export type OpenEscalations = Readonly<Record<keyof typeof ESCALATION_POINTS, number>>;
export const NO_ESCALATIONS: OpenEscalations = { critical: 0, high: 0, medium: 0, low: 0 };

export type RiskContribution = Reason<
  "registry.risk_tier" | "registry.risk_scorecard_gap" | "registry.risk_overdue_review" | "registry.risk_escalations"
> & { readonly points: number };

export type RiskScore = { readonly score: number; readonly contributions: readonly RiskContribution[] };

/** 15 x (1 - overall), rounded half up, in integers. */
function scorecardGap(overall: { readonly numerator: number; readonly denominator: number }): number {
  const { numerator, denominator } = overall;
  return Math.floor((2 * SCORECARD_GAP_MAX * (denominator - numerator) + denominator) / (2 * denominator));
}

/** `overall` null means that no scorecard has been submitted: the whole gap counts. */
export function deriveRiskScore(input: {
  readonly tier: Tier;
  readonly overall: { readonly numerator: number; readonly denominator: number } | null;
  readonly isReviewDue: boolean;
  readonly openEscalations: OpenEscalations;
}): RiskScore {
  const { overall, openEscalations } = input;
  const overallRatio = overall === null ? null : overall.numerator / overall.denominator;
  const gap = scorecardGap(overall ?? { numerator: 0, denominator: 1 });
  const raised = Object.entries(ESCALATION_POINTS).reduce(
    (sum, [severity, points]) => sum + points * openEscalations[severity as keyof OpenEscalations],
    0,
  );
  const contributions: RiskContribution[] = [
    { code: "registry.risk_tier", points: TIERS[input.tier].riskBase, facts: { tier: input.tier } },
    { code: "registry.risk_scorecard_gap", points: gap, facts: { overallRatio, most: SCORECARD_GAP_MAX } },
    {
      code: "registry.risk_overdue_review",
      points: input.isReviewDue ? OVERDUE_REVIEW : 0,
      facts: { isReviewDue: input.isReviewDue },
    },
    {
      code: "registry.risk_escalations",
      points: Math.min(raised, ESCALATIONS_MAX),
      facts: { ...openEscalations, most: ESCALATIONS_MAX },
    },
  ];
  const sum = contributions.reduce((total, { points }) => total + points, 0);
  return { score: Math.min(sum, RISK_MAX), contributions };
}
