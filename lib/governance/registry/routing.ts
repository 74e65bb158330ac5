// Answers "what happens when this is submitted?" (REG-6): by rule, by advice and chair, or by a binding vote.
import type { Verdict } from "../kernel/verdict.ts";
import { assertNever } from "../kernel/verdict.ts";
import type { Tier } from "./schema.ts";
import type { Evaluation } from "./scorecard.ts";
import { TIERS } from "./tier.ts";

export type Route = "approved_by_rule" | "returned_to_owner" | "advisory_vote" | "board_vote";

export type RouteVerdict = Verdict<
  Route,
  | "registry.passes_and_is_reported"
  | "registry.fails_and_returns"
  | "registry.advised_then_chair_decides"
  | "registry.board_decides"
>;

type RoutedEvaluation = Pick<Evaluation, "overallRatio" | "thresholdRatio" | "recommendation" | "failed">;

/** The same verdict before submitting ("what will happen") and when submitting. Expects a complete scorecard. */
export function assessRoute(tier: Tier, evaluation: RoutedEvaluation): RouteVerdict {
  const { overallRatio, thresholdRatio, recommendation, failed } = evaluation;
  const { boardInvolvement } = TIERS[tier];
  const facts = { tier, boardInvolvement, overallRatio, thresholdRatio, recommendation, failed };
  switch (boardInvolvement) {
    case "report_only":
      return recommendation === "approve"
        ? { outcome: "approved_by_rule", reasons: [{ code: "registry.passes_and_is_reported", facts }] }
        : { outcome: "returned_to_owner", reasons: [{ code: "registry.fails_and_returns", facts }] };
    case "advisory":
      return { outcome: "advisory_vote", reasons: [{ code: "registry.advised_then_chair_decides", facts }] };
    case "approval_required":
    case "direct_oversight":
      return { outcome: "board_vote", reasons: [{ code: "registry.board_decides", facts }] };
    default:
      return assertNever(boardInvolvement);
  }
}

export type ChairDecisionVerdict = Verdict<
  "allowed" | "refused",
  "registry.follows_advice" | "registry.against_advice_with_reason" | "registry.against_advice_needs_reason"
>;

/** Tier 2: the chair decides after the advice and must give a reason when going against it. */
export function assessAdvisedDecision(input: {
  readonly advice: "approve" | "reject" | "none";
  readonly decision: "approve" | "reject";
  readonly reason: string | null;
}): ChairDecisionVerdict {
  const facts = { advice: input.advice, decision: input.decision };
  if (input.advice === input.decision) {
    return { outcome: "allowed", reasons: [{ code: "registry.follows_advice", facts }] };
  }
  if ((input.reason ?? "").trim() === "") {
    return { outcome: "refused", reasons: [{ code: "registry.against_advice_needs_reason", facts }] };
  }
  return { outcome: "allowed", reasons: [{ code: "registry.against_advice_with_reason", facts }] };
}
