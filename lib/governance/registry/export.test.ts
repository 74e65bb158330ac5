import { describe, expect, it } from "vitest";
import { type ExportedModel, toExportCsv, toExportJson, toExportRows } from "./export.ts";
import { readTable } from "./import/csv.ts";
import { UNKNOWN_FACTS } from "./tier.ts";

const model = (changes: Partial<ExportedModel>): ExportedModel => ({
  reference: "MDL-7K3M9Q2A",
  name: "Triage",
  version: "1.0",
  description: "",
  owner: null,
  unit: "Intake",
  tier: "tier_2_medium",
  status: "active",
  riskScore: 45,
  tags: ["Law", "Health"],
  facts: { ...UNKNOWN_FACTS, usesPersonalData: true, isPublicFacing: false, stage: "operation" },
  lastReviewAt: null,
  nextReviewAt: new Date("2025-01-02T00:00:00Z"),
  source: "inventory",
  sourceId: "id:1",
  sourceFacts: [],
  ...changes,
});

describe("export", () => {
  it("[REG-10] gives the same data back, source facts included", () => {
    const models = [
      model({ sourceFacts: [{ column: "Vendor", value: "=cmd()" }] }),
      model({ name: 'Chat, "beta"\nline', sourceFacts: [{ column: "Note", value: "-5" }] }),
    ];
    const table = readTable(toExportCsv(models).slice(1));
    if (table.outcome !== "read") throw new Error("not read");
    const rows = table.rows.map(({ cells }) => Object.fromEntries(table.columns.map((name, at) => [name, cells[at]])));
    expect(rows[0]).toMatchObject({
      Name: "Triage",
      "Source: Vendor": "=cmd()",
      "Source: Note": "",
      Tags: "Law; Health",
    });
    expect(rows[0]).toMatchObject({ "Uses personal data": "yes", "Public facing": "no", "Affects rights": "" });
    expect(rows[1]).toMatchObject({ Name: 'Chat, "beta"\nline', "Source: Note": "-5" });
    expect(JSON.parse(toExportJson(models))[1].sourceFacts).toEqual([{ column: "Note", value: "-5" }]);
  });

  it("[REG-10] an export of nothing is a header", () => {
    expect(toExportRows([])).toHaveLength(1);
  });
});
