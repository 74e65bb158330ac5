import { describe, expect, test } from "vitest";
import {
  BoardDecisionKind,
  DecisionRights,
  QuorumRules,
  STANDARD_DECISION_RIGHTS,
  STANDARD_QUORUM_RULES,
  Threshold,
} from "./decision-right.ts";

describe("decision rights", () => {
  test("[BRD-8] the standard rights cover every kind of board decision and satisfy their own schema", () => {
    expect(DecisionRights.parse(STANDARD_DECISION_RIGHTS)).toEqual(STANDARD_DECISION_RIGHTS);
    expect(Object.keys(STANDARD_DECISION_RIGHTS).sort()).toEqual([...BoardDecisionKind.options].sort());
  });

  test("[BRD-8] a charter that leaves out a kind is refused", () => {
    const { decommission: _left, ...rest } = STANDARD_DECISION_RIGHTS;
    expect(DecisionRights.safeParse(rest).success).toBe(false);
  });

  test("[BRD-8] only emergency action and incident response escalate", () => {
    const escalating = BoardDecisionKind.options.filter((kind) => STANDARD_DECISION_RIGHTS[kind].escalates);
    expect(escalating).toEqual(["emergency_action", "incident_response"]);
  });

  test("[BRD-4] the standard quorum is one more than half of the voting seats, never fewer than two not recused", () => {
    expect(QuorumRules.parse(STANDARD_QUORUM_RULES)).toEqual({
      ratio: { numerator: 1, denominator: 2 },
      base: "voting_seats",
      minimumNonRecused: 2,
    });
  });

  const base = { denominator: 4, comparison: "at_least", base: "yes_plus_no" } as const;
  test.each([
    ["0/0", { ...base, numerator: 0, denominator: 0 }],
    ["5/4", { ...base, numerator: 5 }],
    ["-1/2", { ...base, numerator: -1, denominator: 2 }],
    ["0.67 as a float", { ...base, numerator: 0.67, denominator: 1 }],
    ["at least nothing", { ...base, numerator: 0 }],
    ["more than everything", { ...base, numerator: 4, comparison: "more_than" }],
    ["an unknown field", { ...base, numerator: 1, ratio: 0.25 }],
  ])("[BRD-8] a threshold of %s is refused", (_name, threshold) => {
    expect(Threshold.safeParse(threshold).success).toBe(false);
  });

  test.each([
    ["nobody could reach", { ...STANDARD_QUORUM_RULES, ratio: { numerator: 1, denominator: 1 } }],
    ["a single member could give", { ...STANDARD_QUORUM_RULES, minimumNonRecused: 1 }],
  ])("[BRD-4] a quorum that %s is refused", (_name, rules) => {
    expect(QuorumRules.safeParse(rules).success).toBe(false);
  });
});
