import { expect, test } from "vitest";
import { toCsv } from "./chart-frame";

test("the exported table cannot run formulas and keeps commas and quotes", () => {
  const csv = toCsv({
    columns: ["Member", "Votes"],
    rows: [
      ["=HYPERLINK(1)", 3],
      ['Ives, "D."', -1],
      ["Lee", null],
    ],
  });
  expect(csv).toBe('Member,Votes\r\n\'=HYPERLINK(1),3\r\n"Ives, ""D.""",-1\r\nLee,');
});
