import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readTable } from "./import/csv.ts";
import { guardCell, toCsv, unguardCell } from "./spreadsheet-cell.ts";

describe("cells that leave for a spreadsheet", () => {
  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "＝1", "'=1", "''+1"])(
    "[REG-105] %j cannot become a formula",
    (value) => {
      expect(guardCell(value)).toBe(`'${value}`);
      expect(unguardCell(guardCell(value))).toBe(value);
    },
  );

  it("[REG-105] any table comes back the same from its CSV", () => {
    const cell = fc.string({ unit: "grapheme" }).map((text) => text.replaceAll("\u0000", ""));
    const header = ["a", "b", "c"];
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constant("x"), cell, cell), { minLength: 1, maxLength: 5 }), (rows) => {
        const table = readTable(toCsv([header, ...rows]).slice(1), ",");
        expect(table).toMatchObject({ outcome: "read", rows: rows.map((cells) => ({ cells })) });
      }),
    );
  });
});
