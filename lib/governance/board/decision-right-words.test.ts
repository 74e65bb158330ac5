import { expect, test } from "vitest";
import { type BoardDecisionKind, STANDARD_DECISION_RIGHTS, STANDARD_QUORUM_RULES } from "./decision-right.ts";
import { describeDecisionRight, describeQuorumRules } from "./decision-right-words.ts";

test.each<[BoardDecisionKind, string, string, string]>([
  ["model_approval", "Board vote", "yes is more than 1/2 of yes + no", "as for the whole board"],
  ["policy_change", "Full board", "yes is at least 2/3 of all entitled voters", "none of its own"],
  ["charter_amendment", "Supermajority", "yes is at least 3/4 of yes + no", "as for the whole board"],
  [
    "risk_acceptance",
    "Chair plus two",
    "the chair and at least two others say yes, and nobody says no",
    "none of its own",
  ],
  [
    "emergency_action",
    "Chair, ratified by the board",
    "the chair decides at once; the board ratifies when yes is more than 1/2 of yes + no",
    "as for the whole board",
  ],
])("[BRD-8] %s in words", (kind, authority, passesWhen, quorum) => {
  expect(describeDecisionRight(STANDARD_DECISION_RIGHTS[kind])).toEqual({ authority, passesWhen, quorum });
});

test("[BRD-8] a quorum of its own, and every entitled voter, in words", () => {
  const right = STANDARD_DECISION_RIGHTS.policy_change;
  const unanimous = { numerator: 3, denominator: 3, comparison: "at_least", base: "all_entitled" } as const;
  const own = { source: "own", ratio: { numerator: 2, denominator: 3 } } as const;
  expect(describeDecisionRight({ ...right, threshold: unanimous, quorum: own })).toMatchObject({
    passesWhen: "every entitled voter says yes",
    quorum: "more than 2/3 take part",
  });
});

test("[BRD-4] the charter's quorum in words", () => {
  expect(describeQuorumRules(STANDARD_QUORUM_RULES)).toBe(
    "more than 1/2 of the voting seats in office take part, and at least 2 members are not recused",
  );
});
