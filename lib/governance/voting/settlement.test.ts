import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { openRecord } from "./record-fixture.ts";
import { explainSettlement, toClosingResult } from "./settlement.ts";
import { countBallots } from "./tally.ts";
import { ballotsOf, boardOf } from "./tally-fixture.ts";

describe("the end of a vote in words", () => {
  const at = new Date("2026-03-05T09:00:00Z");
  const rule = { ...standardRule("model_approval"), effect: "advisory" as const };
  const record = openRecord({ proposerUserId: "ann", openedAt: at, deadlineAt: at, rule, closedAt: at });
  const tallyOf = (letters: string) => countBallots({ electorate: boardOf(5), ballots: ballotsOf(letters) });

  test.each([
    ["yyynn", "approved", "approved it, following the advice"],
    ["yyynn", "rejected", "rejected it, against the advice"],
    ["yynnn", "rejected", "rejected it, following the advice"],
    ["yynnn", "approved", "approved it, against the advice"],
    ["yy...", "approved", "approved it, without the board's advice"],
  ] as const)("[VOT-121] %s and the chair says %s: %s", (letters, advisedDecision, words) => {
    const closing = toClosingResult(record, tallyOf(letters));
    expect(explainSettlement({ ...record, advisedDecision }, closing)).toContain(words);
  });
});
