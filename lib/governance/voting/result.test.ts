import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BoardDecisionKind } from "../board/decision-right.ts";
import { standardRule } from "./decision-rule.ts";
import { evaluateBallots, evaluateResult } from "./result.ts";
import type { ChairPosition, ProposalKind, ResultOutcome } from "./schema.ts";
import { ProposalKind as ProposalKinds, TrustWeightedKind } from "./schema.ts";
import { ballotsOf, boardOf, tallyOf } from "./tally-fixture.ts";

type Row = [name: string, ballots: string, recusedSeats: number, outcome: ResultOutcome, firstCode: string];

/** Seven seats unless the spelling says otherwise; the first letter is the chair's. */
function check(kind: ProposalKind, [, ballots, recusedSeats, outcome, firstCode]: Row) {
  const board = boardOf(ballots.length + recusedSeats);
  const recused = board.electors.slice(ballots.length).map((elector) => ({
    ...elector,
    recusal: { userId: elector.userId, basis: "declared_conflict" as const, reason: "vendor" },
  }));
  const electorate = { electors: board.electors.slice(0, ballots.length), recused };
  const result = evaluateBallots({ electorate, ballots: ballotsOf(ballots) }, standardRule(kind));
  expect([result.outcome, result.reasons[0]?.code]).toEqual([outcome, firstCode]);
}

const BOARD_VOTE: Row[] = [
  ["more yes than no passes", "yyyynnn", 0, "passed", "voting.quorum_met"],
  ["a tie fails", "yyynnna", 0, "rejected", "voting.threshold_short"],
  ["one below the threshold fails", "yynnn..", 0, "rejected", "voting.threshold_short"],
  ["exactly at quorum counts", "yyya...", 0, "passed", "voting.quorum_met"],
  ["one below quorum decides nothing", "yyy....", 0, "no_quorum", "voting.quorum_short"],
  ["abstain counts for quorum, not for yes + no", "yaaa...", 0, "passed", "voting.quorum_met"],
  ["all abstain: no yes never passes", "aaaaaaa", 0, "rejected", "voting.no_yes"],
  ["nobody votes", ".......", 0, "no_quorum", "voting.quorum_short"],
  ["all no", "nnnnnnn", 0, "rejected", "voting.no_yes"],
  [
    "recusals leave the quorum over the seats: four of seven still needed",
    "yyy",
    4,
    "no_quorum",
    "voting.quorum_short",
  ],
  ["four left of seven can still decide", "yyyn", 3, "passed", "voting.quorum_met"],
  ["one left is too few", "y", 6, "no_quorum", "voting.too_few_not_recused"],
  ["a board of two needs both", "y.", 0, "no_quorum", "voting.quorum_short"],
  ["a board of two, both yes", "yy", 0, "passed", "voting.quorum_met"],
  ["a board of one decides nothing", "y", 0, "no_quorum", "voting.too_few_not_recused"],
];

describe("[VOT-7] model_approval and decommission: more than 1/2 of yes + no, quorum met", () => {
  for (const kind of ["model_approval", "decommission"] as const) {
    test.each(BOARD_VOTE)(`[VOT-7] ${kind}: %s`, (...row) => check(kind, row));
  }
});

describe("policy_change: at least 2/3 of all entitled voters", () => {
  test.each<Row>([
    ["2/3 of 3 is 2", "yyn", 0, "passed", "voting.quorum_met"],
    ["one below 2/3 of 3", "ynn", 0, "rejected", "voting.threshold_short"],
    ["2/3 of 6 is 4", "yyyynn", 0, "passed", "voting.quorum_met"],
    ["one below 2/3 of 6", "yyynnn", 0, "rejected", "voting.threshold_short"],
    ["2/3 of 9 is 6", "yyyyyynnn", 0, "passed", "voting.quorum_met"],
    ["one below 2/3 of 9", "yyyyynnnn", 0, "rejected", "voting.threshold_short"],
    ["2/3 of 7 is 5", "yyyyy..", 0, "passed", "voting.quorum_met"],
    ["silence counts like no: 4 of 7 unopposed fails", "yyyy...", 0, "rejected", "voting.threshold_short"],
    ["abstaining counts like no", "yyyyaaa", 0, "rejected", "voting.threshold_short"],
    ["nobody votes", ".......", 0, "rejected", "voting.no_yes"],
    ["all abstain", "aaaaaaa", 0, "rejected", "voting.no_yes"],
    ["the recused are not entitled: 2 of 3 left", "yy.", 4, "passed", "voting.quorum_met"],
    ["one left is too few", "y", 6, "no_quorum", "voting.too_few_not_recused"],
  ])("[VOT-7] policy_change: %s", (...row) => check("policy_change", row));
});

describe("charter_amendment: at least 3/4 of yes + no, quorum met", () => {
  test.each<Row>([
    ["exactly 3/4", "yyyn...", 0, "passed", "voting.quorum_met"],
    ["one below: 5 of 7", "yyyyynn", 0, "rejected", "voting.threshold_short"],
    ["6 of 7", "yyyyyyn", 0, "passed", "voting.quorum_met"],
    ["2 of 3 with an abstention", "yyna...", 0, "rejected", "voting.threshold_short"],
    ["one below quorum", "yyy....", 0, "no_quorum", "voting.quorum_short"],
    ["unopposed at quorum by abstentions", "yaaa...", 0, "passed", "voting.quorum_met"],
    ["all abstain", "aaaaaaa", 0, "rejected", "voting.no_yes"],
    ["nobody votes", ".......", 0, "no_quorum", "voting.quorum_short"],
  ])("[VOT-7] charter_amendment: %s", (...row) => check("charter_amendment", row));
});

describe("risk_acceptance and exception_grant: the chair and two others say yes, nobody says no", () => {
  const rows: Row[] = [
    ["the chair and exactly two others", "yyy....", 0, "passed", "voting.quorum_met"],
    ["the chair and one other", "yy.....", 0, "rejected", "voting.others_yes_short"],
    ["everybody but the silent chair", ".yyyyyy", 0, "rejected", "voting.chair_yes_missing"],
    ["everybody but the abstaining chair", "ayyyyyy", 0, "rejected", "voting.chair_yes_missing"],
    ["one no defeats it", "yyyyyyn", 0, "rejected", "voting.threshold_short"],
    ["abstentions do not", "yyyaaaa", 0, "passed", "voting.quorum_met"],
    ["nobody votes", ".......", 0, "rejected", "voting.no_yes"],
    ["all abstain", "aaaaaaa", 0, "rejected", "voting.no_yes"],
    ["too few left besides the chair", "yy", 5, "no_quorum", "voting.too_few_besides_chair"],
  ];
  for (const kind of ["risk_acceptance", "exception_grant"] as const) {
    test.each(rows)(`[VOT-101] ${kind}: %s`, (...row) => check(kind, row));
  }

  test.each<[ChairPosition, ResultOutcome, string]>([
    ["recused", "no_quorum", "voting.chair_unavailable"],
    ["none", "no_quorum", "voting.chair_unavailable"],
    ["lapsed", "rejected", "voting.chair_yes_missing"],
    ["no", "rejected", "voting.chair_yes_missing"],
  ])("[VOT-102] with the chair %s", (chair, outcome, code) => {
    const result = evaluateResult(tallyOf({ yes: 5, chair }), standardRule("risk_acceptance"));
    expect([result.outcome, result.reasons[0]?.code]).toEqual([outcome, code]);
  });
});

describe("emergency_action and incident_response: ratified by board vote without the chair", () => {
  const rows: Row[] = [
    ["three of five voting", "yyynn.", 1, "passed", "voting.quorum_met"],
    ["a tie does not ratify", "yynn..", 1, "rejected", "voting.threshold_short"],
    ["the chair's seat stays in the quorum: 3 of 7 is short", "yyy...", 1, "no_quorum", "voting.quorum_short"],
    ["nobody votes: the decision lapses", "......", 1, "no_quorum", "voting.quorum_short"],
    ["all abstain", "aaaaaa", 1, "rejected", "voting.no_yes"],
  ];
  for (const kind of ["emergency_action", "incident_response"] as const) {
    test.each(rows)(`[VOT-11] ${kind}: %s`, (...row) => check(kind, row));
  }
});

describe("trust-weighted: 30 % of eligible weight, at least 1/2 of yes + no weight", () => {
  const rows: [string, Parameters<typeof tallyOf>[0], ResultOutcome, string][] = [
    ["exactly 30 % takes part, all yes", { yes: 30, waiting: 70 }, "passed", "voting.quorum_met"],
    ["one half-vote below 30 %", { yes: 29, waiting: 71 }, "rejected", "voting.quorum_short"],
    ["30 % of 11 half-votes is 4, not 3", { yes: 3, waiting: 8 }, "rejected", "voting.quorum_short"],
    ["a tie passes", { yes: 20, no: 20, waiting: 60 }, "passed", "voting.quorum_met"],
    ["one below a tie", { yes: 20, no: 21, waiting: 59 }, "rejected", "voting.threshold_short"],
    ["abstentions carry the quorum", { yes: 1, abstain: 29, waiting: 70 }, "passed", "voting.quorum_met"],
    ["all abstain", { abstain: 100 }, "rejected", "voting.no_yes"],
    ["nobody votes", { waiting: 100 }, "rejected", "voting.quorum_short"],
    ["nobody is entitled", {}, "rejected", "voting.too_few_not_recused"],
  ];
  for (const kind of TrustWeightedKind.options) {
    test.each(rows)(`[VOT-10] ${kind}: %s`, (_name, numbers, outcome, code) => {
      const result = evaluateResult(tallyOf(numbers), standardRule(kind));
      expect([result.outcome, result.reasons[0]?.code]).toEqual([outcome, code]);
    });
  }
});

test.each<[ProposalKind, string, ResultOutcome]>([
  ["policy_change", "yy.", "passed"],
  ["policy_change", ".......", "rejected"],
  ["exception_grant", "yyy....", "passed"],
  ["exception_grant", ".......", "rejected"],
])("[VOT-112] %s asks for no quorum beside its threshold: %s is %s", (kind, ballots, outcome) => {
  const result = evaluateBallots(
    { electorate: boardOf(ballots.length), ballots: ballotsOf(ballots) },
    standardRule(kind),
  );
  expect([result.outcome, result.quorum.required]).toEqual([outcome, 0]);
});

test("[VOT-3] every kind of both tables has exactly one standard rule that satisfies its schema", async () => {
  const { DecisionRule } = await import("./schema.ts");
  expect(ProposalKinds.options).toHaveLength(BoardDecisionKind.options.length + TrustWeightedKind.options.length);
  for (const kind of ProposalKinds.options) expect(DecisionRule.parse(standardRule(kind)).kind).toBe(kind);
});

const anyKind = fc.constantFrom(...ProposalKinds.options);
const anyBallots = fc.array(fc.constantFrom("y", "n", "a", "."), { minLength: 1, maxLength: 15 });

test("[VOT-7] with no yes no threshold is called reached, not even at least 1/2 of nothing", () => {
  const result = evaluateResult(tallyOf({ abstain: 9 }), standardRule("configuration"));
  expect(result.threshold.isReached).toBe(false);
  expect(result.reasons.map((reason) => reason.code)).not.toContain("voting.threshold_reached");
});

test("[VOT-103] the order of ballots and electors never changes a result", () => {
  fc.assert(
    fc.property(anyKind, anyBallots, fc.array(fc.nat(), { minLength: 15, maxLength: 15 }), (kind, letters, keys) => {
      const board = boardOf(letters.length);
      const weights = keys.map((key) => [1, 2, 6, 10][key % 4] ?? 1);
      const electors = board.electors.map((elector, index) => ({
        ...elector,
        weight: standardRule(kind).weightUnit === "seat" ? 1 : (weights[index] ?? 1),
      }));
      const ballots = ballotsOf(letters.join(""));
      const shuffle = <T>(items: readonly T[]) =>
        items
          .map((item, index) => ({ item, key: keys[index] ?? 0 }))
          .sort((a, b) => a.key - b.key)
          .map(({ item }) => item);
      const straight = evaluateBallots({ electorate: { electors, recused: [] }, ballots }, standardRule(kind));
      const shuffled = evaluateBallots(
        { electorate: { electors: shuffle(electors), recused: [] }, ballots: shuffle(ballots).reverse() },
        standardRule(kind),
      );
      expect(shuffled).toEqual(straight);
    }),
  );
});

test("[VOT-103] one more yes, or a no or abstention turned to yes, never turns a pass into a failure", () => {
  fc.assert(
    fc.property(anyKind, anyBallots, fc.nat(), (kind, letters, at) => {
      const rule = standardRule(kind);
      const electorate = boardOf(letters.length);
      const before = evaluateBallots({ electorate, ballots: ballotsOf(letters.join("")) }, rule);
      const more = letters.with(at % letters.length, "y");
      const after = evaluateBallots({ electorate, ballots: ballotsOf(more.join("")) }, rule);
      if (before.outcome === "passed") expect(after.outcome).toBe("passed");
    }),
    { numRuns: 500 },
  );
});
