import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { deriveQuorum, findInquorate, requiredForQuorum } from "./quorum.ts";
import type { DecisionRule } from "./schema.ts";
import { tallyOf } from "./tally-fixture.ts";

const board = standardRule("model_approval");

describe("quorum", () => {
  test.each([
    [1, 2],
    [2, 2],
    [3, 2],
    [4, 3],
    [6, 4],
    [7, 4],
    [8, 5],
    [9, 5],
    [200, 101],
  ])("[BRD-4] %i voting seats need %i: floor(n x 1/2) + 1, never fewer than two", (seats, required) => {
    expect(requiredForQuorum(seats, board.quorum)).toBe(required);
  });

  test("[BRD-4] over the seats by default, over those left after recusal by charter", () => {
    const tally = tallyOf({ waiting: 4, recused: 3 });
    const afterRecusal: DecisionRule = { ...board, quorum: { ...board.quorum, base: "entitled_after_recusal" } };
    expect(deriveQuorum(tally, board)).toMatchObject({ base: 7, required: 4 });
    expect(deriveQuorum(tally, afterRecusal)).toMatchObject({ base: 4, required: 3 });
  });

  test("[BRD-4] another ratio keeps the formula, and two take part at least", () => {
    const quorumOf = (numerator: number, denominator: number) =>
      requiredForQuorum(9, { ...board.quorum, fraction: { numerator, denominator } });
    expect([quorumOf(2, 3), quorumOf(3, 4), quorumOf(1, 10)]).toEqual([7, 7, 2]);
  });

  test.each([
    ["not yet, but can be", { yes: 3, waiting: 4 }, false, true, 1],
    ["met exactly", { yes: 2, no: 1, abstain: 1, waiting: 3 }, true, true, 0],
    ["out of reach through lapsed rights", { yes: 3, lapsed: 4 }, false, false, 1],
    ["out of reach through recusal", { yes: 3, recused: 4 }, false, false, 1],
  ])("[BRD-4] %s", (_name, numbers, isMet, canBeAchieved, short) => {
    expect(deriveQuorum(tallyOf(numbers), board)).toMatchObject({ isMet, canBeAchieved, short });
  });

  test.each([
    ["quorum can still be reached", { waiting: 4, recused: 3 }, []],
    ["the last possible quorum is gone", { yes: 1, waiting: 2, recused: 4 }, ["voting.quorum_out_of_reach"]],
    ["one is left", { waiting: 1, recused: 6 }, ["voting.too_few_not_recused"]],
  ])("[BRD-5] inquorate or not: %s", (_name, numbers, codes) => {
    expect(findInquorate(tallyOf(numbers), board).map((reason) => reason.code)).toEqual(codes);
  });

  test("[VOT-10] trust-weighted: 30 % of the eligible weight, in half-votes, rounded up", () => {
    const rule = standardRule("configuration");
    expect([10, 11, 100, 101].map((weight) => requiredForQuorum(weight, rule.quorum))).toEqual([3, 4, 30, 31]);
  });
});
