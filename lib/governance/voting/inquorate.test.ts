import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { explainInquorate } from "./inquorate.ts";
import { tallyOf } from "./tally-fixture.ts";

const board = standardRule("model_approval");
const afterRecusal = { ...board, quorum: { ...board.quorum, base: "entitled_after_recusal" as const } };
const chairAndTwo = standardRule("risk_acceptance");

describe("what would help a board that can no longer decide", () => {
  test.each([
    ["seven seats, three stand aside: it can", board, { waiting: 4, recused: 3 }, undefined],
    ["four stand aside: two more, as each raises the quorum too", board, { waiting: 3, recused: 4 }, 2],
    ["five stand aside", board, { waiting: 2, recused: 5 }, 4],
    ["one short", board, { waiting: 2, recused: 2 }, 1],
    ["over those left: one alone decides nothing", afterRecusal, { waiting: 1, recused: 6 }, 1],
    ["chair and two: one besides the chair", chairAndTwo, { waiting: 2, recused: 1, chair: "waiting" as const }, 1],
    [
      "chair and two: without the chair heads do not help",
      chairAndTwo,
      { waiting: 4, recused: 1, chair: "recused" as const },
      null,
    ],
  ])("[VOT-181] %s", (_name, rule, numbers, membersShort) => {
    expect(explainInquorate(tallyOf(numbers), rule)?.membersShort).toBe(membersShort);
  });

  test("[VOT-181] says what to do, and that nobody joins a vote that runs", () => {
    const help = explainInquorate(tallyOf({ waiting: 3, recused: 4 }), board)?.help ?? [];
    expect(help[0]).toContain("2 more voting members");
    expect(help.at(-1)).toContain("defer or withdraw");
    const chair = explainInquorate(tallyOf({ waiting: 4, recused: 1, chair: "recused" }), chairAndTwo)?.help ?? [];
    expect(chair[0]).toContain("chair who does not stand aside");
  });
});
