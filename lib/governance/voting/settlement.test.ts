import { describe, expect, test } from "vitest";
import { standardRule } from "./decision-rule.ts";
import { openRecord } from "./record-fixture.ts";
import { type Roll, tallyOf } from "./roll.ts";
import { explainSettlement, toClosingResult } from "./settlement.ts";

describe("the end of a vote in words", () => {
  const at = new Date("2026-03-05T09:00:00Z");
  const rule = { ...standardRule("model_approval"), effect: "advisory" as const };
  const record = openRecord({ proposerUserId: "ann", openedAt: at, deadlineAt: at, rule, closedAt: at });
  const rollOf = (letters: string): Roll =>
    [...letters].map((letter, index) => ({
      userId: String(index),
      name: "",
      seatRole: index === 0 ? "chair" : null,
      weight: 1,
      isChair: index === 0,
      hasRights: true,
      recusal: null,
      ballot:
        letter === "-"
          ? null
          : {
              choice: letter === "y" ? "yes" : "no",
              reasoning: "",
              castAt: at,
              castNumber: 1,
              subjectDigest: "",
              salt: "",
              receiptDigest: "",
            },
    }));

  test.each([
    ["yyynn", "approved", "approved it, following the advice"],
    ["yyynn", "rejected", "rejected it, against the advice"],
    ["yynnn", "rejected", "rejected it, following the advice"],
    ["yynnn", "approved", "approved it, against the advice"],
    ["yy---", "approved", "approved it, without the board's advice"],
  ] as const)("[VOT-121] %s and the chair says %s: %s", (letters, advisedDecision, words) => {
    const closing = toClosingResult(record, tallyOf(rollOf(letters)));
    expect(explainSettlement({ ...record, advisedDecision }, closing)).toContain(words);
  });
});
