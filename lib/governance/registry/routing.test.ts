import { describe, expect, it } from "vitest";
import { CRITERIA, mapCriteria } from "./criteria.ts";
import { assessAdvisedDecision, assessRoute } from "./routing.ts";
import { evaluateScorecard } from "./scorecard.ts";

const passing = evaluateScorecard(mapCriteria(() => ({ score: 1 })));
const failing = evaluateScorecard(mapCriteria((name) => ({ score: CRITERIA[name].isPassFail ? 1 : 0.1 })));

describe("route by tier", () => {
  it.each([
    ["tier 1 passing", "tier_1_low", passing, "approved_by_rule"],
    ["tier 1 failing", "tier_1_low", failing, "returned_to_owner"],
    ["tier 2 passing", "tier_2_medium", passing, "advisory_vote"],
    ["tier 2 failing", "tier_2_medium", failing, "advisory_vote"],
    ["tier 3", "tier_3_high", passing, "board_vote"],
    ["tier 3 failing still goes to the board", "tier_3_high", failing, "board_vote"],
    ["tier 4", "tier_4_critical", passing, "board_vote"],
  ] as const)("[REG-6] %s", (_name, tier, evaluation, route) => {
    const verdict = assessRoute(tier, evaluation);
    expect(verdict.outcome).toBe(route);
    expect(verdict.reasons[0]?.facts).toMatchObject({ tier, overallRatio: evaluation.overallRatio });
  });

  it.each([
    ["with the advice", "approve", "approve", null, "registry.follows_advice"],
    ["against it without reason", "approve", "reject", " ", "registry.against_advice_needs_reason"],
    ["against it with a reason", "reject", "approve", "Urgent and small", "registry.against_advice_with_reason"],
    ["without any advice", "none", "approve", null, "registry.against_advice_needs_reason"],
  ] as const)("[REG-6] the chair decides %s", (_name, advice, decision, reason, code) => {
    expect(assessAdvisedDecision({ advice, decision, reason }).reasons[0]?.code).toBe(code);
  });
});
