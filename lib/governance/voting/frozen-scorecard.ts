// Answers "what does the frozen package say, criterion by criterion?" for the people who decide on it (REG-2, REG-3, REG-5).
import { CRITERIA } from "../registry/criteria.ts";
import type { DecisionPackage } from "../registry/decision-package.ts";
import type { Evaluation } from "../registry/scorecard.ts";
import type { FrozenScorecard } from "./proposal-view.ts";

export function toFrozenScorecard(decided: DecisionPackage, evaluation: Evaluation): FrozenScorecard {
  const rows = evaluation.criteria.map((entry) => {
    const { label } = CRITERIA[entry.criterion];
    const { justification, evidence, scoreTenThousandths } = decided.scorecard[entry.criterion];
    return {
      criterion: entry.criterion,
      label,
      scoreRatio: scoreTenThousandths / 10_000,
      weightRatio: entry.weightRatio,
      weightedScoreRatio: entry.weightedScoreRatio ?? 0,
      isPassFail: entry.isPassFail,
      status: entry.status,
      justification,
      evidence,
    };
  });
  const ratios = rows.map((row) => row.scoreRatio);
  return {
    overallRatio: evaluation.overallRatio,
    thresholdRatio: evaluation.thresholdRatio,
    recommendation: evaluation.recommendation,
    lowestRatio: Math.min(...ratios),
    highestRatio: Math.max(...ratios),
    evidenceCount: rows.reduce((sum, row) => sum + row.evidence.length, 0),
    rows,
  };
}
