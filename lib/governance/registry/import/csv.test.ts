import { describe, expect, it } from "vitest";
import { readTable, toColumnNames } from "./csv.ts";

function readCells(text: string): readonly (readonly string[])[] {
  const table = readTable(text);
  if (table.outcome !== "read") throw new Error(JSON.stringify(table));
  return table.rows.map(({ cells }) => cells);
}

describe("reading a table", () => {
  it.each([
    ["comma", "Name,Unit\nA,B\n", ","],
    ["semicolon, with commas in the values", "Name;Unit;Note\nA, B, C, D;x;1,5\n", ";"],
    ["tab", "Name\tUnit\nA\tB\n", "\t"],
    ["vertical bar", "Name|Unit\nA|B\n", "|"],
    ["comma, with quoted semicolons", 'Name,Unit\n"a;b;c;d","x;y"\n', ","],
  ] as const)("[REG-10] recognises %s", (_name, text, delimiter) => {
    expect(readTable(text)).toMatchObject({ outcome: "read", delimiter });
  });

  it("[REG-10] handles quotes, embedded newlines and both line ends", () => {
    expect(readCells('Name,Note\r\n"A ""x""","one\ntwo"\r\n5" screen,b\r\n')).toEqual([
      ['A "x"', "one\ntwo"],
      ['5" screen', "b"],
    ]);
  });

  it("[REG-10] rows are numbered as a spreadsheet shows them; blank lines are no rows", () => {
    const table = readTable('Name,Note\n"a\nb",1\n\nc,2\n');
    expect(table).toMatchObject({ rows: [{ row: 2 }, { row: 4 }] });
  });

  it("[REG-10] a row with too few or too many fields is a problem of that row", () => {
    const table = readTable("Name,Note,Unit\na,b,c\na,b\na,b,c,d\n");
    expect(table).toMatchObject({
      rows: [
        { problem: null },
        { row: 3, problem: { code: "registry.too_few_fields", facts: { expected: 3, found: 2 } } },
        { row: 4, problem: { code: "registry.too_many_fields", facts: { expected: 3, found: 4 } } },
      ],
    });
  });

  it.each([
    ["a header alone", "Name,Unit\n", "registry.file_has_no_rows"],
    ["one column", "Name\nA\nB\n", "registry.file_has_one_column"],
    ["a truncated file", 'Name,Unit\nA,"B and then\nnothing', "registry.file_truncated"],
    ["a first row without names", ",,\nA,B,C\n", "registry.file_has_no_header"],
  ])("[REG-10] refuses %s and says why", (_name, text, code) => {
    const refused = readTable(text);
    if (refused.outcome !== "unreadable") throw new Error("was read");
    expect(refused.reasons[0]?.code).toBe(code);
  });

  it("[REG-10] a chosen wrong delimiter is refused by name", () => {
    const refused = readTable("Name,Unit\nA,B\n", ";");
    if (refused.outcome !== "unreadable") throw new Error("was read");
    expect(refused.reasons[0]?.facts.cause).toContain("semicolon");
  });

  it("[REG-106] repeated and empty headers get names of their own", () => {
    expect(toColumnNames(["Name", "", "Other ", "Other", "Other (2)"])).toEqual([
      "Name",
      "Column 2",
      "Other",
      "Other (2)",
      "Other (2) (2)",
    ]);
    expect(toColumnNames(["é".repeat(10_000), "é".repeat(9_000)]).map((name) => name.length)).toEqual([500, 504]);
  });
});
