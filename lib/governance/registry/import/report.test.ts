import { describe, expect, it } from "vitest";
import { readTable } from "./csv.ts";
import { type FittedMapping, fitMapping } from "./mapping.ts";
import { planImport } from "./plan.ts";
import { toImportReport, toReportCsv } from "./report.ts";
import { ImportMapping } from "./schema.ts";

const TEXT = "Name,Stage,Note\n=cmd(),Live,1\nB,Odd,2\nB,Odd,2\nC,Odd,3\n,Live,4\n";
const MAPPING = ImportMapping.parse({
  source: "register",
  columns: [
    { column: "Name", field: "name" },
    { column: "Stage", field: "stage", values: [{ value: "Live", as: "operation" }] },
  ],
});

function reportOf() {
  const table = readTable(TEXT);
  if (table.outcome !== "read") throw new Error("unreadable");
  const plan = planImport(table, fitMapping(MAPPING, table.columns) as FittedMapping, new Map());
  return toImportReport(plan, { source: "register", fileDigest: "f".repeat(64) }, new Map([[2, "MDL-00000001"]]));
}

describe("import report", () => {
  it("[REG-10] counts, tiers, statuses, every row's end and what could not be read", () => {
    const report = reportOf();
    expect(report.counts).toEqual({ read: 5, created: 3, updated: 0, unchanged: 0, duplicate: 1, rejected: 1 });
    expect(report.byStatus).toMatchObject({ active: 1, proposed: 2 });
    expect(report.byTier).toMatchObject({ tier_1_low: 2, tier_2_medium: 1 });
    expect(report.rows.map(({ row, outcome }) => [row, outcome])).toEqual([
      [2, "created"],
      [3, "created"],
      [4, "duplicate"],
      [5, "created"],
      [6, "rejected"],
    ]);
    expect(report.rows[2]?.detail).toBe("Identical to row 3");
    expect(report.unread).toEqual([
      { column: "Stage", field: "stage", value: "Odd", cause: "not_understood", rows: [3, 5] },
    ]);
  });

  it("[REG-105] as CSV it is safe to open and lists each unread value with row and column", () => {
    const csv = toReportCsv(reportOf());
    expect(csv).toContain("2,created,MDL-00000001,'=cmd(),tier_2_medium");
    const table = readTable(csv.slice(1));
    expect(table).toMatchObject({ outcome: "read" });
    if (table.outcome === "read") expect(table.rows).toHaveLength(5 + 2);
  });
});
