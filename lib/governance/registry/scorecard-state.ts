// Answers "where does this scorecard stand, and what would submitting it lead to?" (REG-3, REG-4, REG-6).
import type { Fraction } from "../kernel/fraction.ts";
import { assessRoute, type RouteVerdict } from "./routing.ts";
import type { Tier } from "./schema.ts";
import {
  assessCompleteness,
  type CompletenessVerdict,
  type Evaluation,
  evaluateScorecard,
  type Scores,
} from "./scorecard.ts";

export type ScorecardState = {
  readonly evaluation: Evaluation;
  readonly completeness: CompletenessVerdict;
  readonly route: RouteVerdict;
};

export function deriveScorecardState(scores: Scores, tier: Tier, threshold: Fraction): ScorecardState {
  const evaluation = evaluateScorecard(scores, threshold);
  return { evaluation, completeness: assessCompleteness(scores), route: assessRoute(tier, evaluation) };
}
