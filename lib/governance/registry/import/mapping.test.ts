import { describe, expect, it } from "vitest";
import { fitMapping } from "./mapping.ts";
import { ImportMapping } from "./schema.ts";

const COLUMNS = ["Id", "Name", "Unit", "Sub unit", "Stage"];
const name = { column: "Name", field: "name" };

function errorsOf(mapping: Record<string, unknown>) {
  const fitted = fitMapping(ImportMapping.parse({ source: "s", ...mapping }), COLUMNS);
  return fitted.outcome === "invalid" ? fitted.errors : [];
}

describe("mapping", () => {
  it("[REG-10] several columns make one unit", () => {
    const columns = [name, { column: "Unit", field: "unit" }, { column: "Sub unit", field: "unit" }];
    expect(errorsOf({ columns })).toEqual([]);
  });

  it.each([
    ["no column for the name", { columns: [{ column: "Unit", field: "unit" }] }, "columns", "registry.name_not_mapped"],
    [
      "a column the file lacks",
      { columns: [name, { column: "Ort", field: "unit" }] },
      "columns.1.column",
      "registry.column_unknown",
    ],
    [
      "a column mapped twice",
      { columns: [name, { column: "Name", field: "tags" }] },
      "columns.1.column",
      "registry.column_mapped_twice",
    ],
    [
      "a field mapped twice",
      { columns: [name, { column: "Unit", field: "name" }] },
      "columns.1.field",
      "registry.field_mapped_twice",
    ],
    ["an id column the file lacks", { columns: [name], idColumn: "Nr" }, "idColumn", "registry.column_unknown"],
    [
      "an identity column the file lacks",
      { columns: [name], identityColumns: ["Nr"] },
      "identityColumns.0",
      "registry.column_unknown",
    ],
  ])("[REG-10] refuses %s at its place", (_name, mapping, path, code) => {
    expect(errorsOf(mapping)).toMatchObject([{ path, code }]);
  });

  it.each([
    ["no source name", { columns: [name] }],
    ["a blank source name", { source: " ", columns: [name] }],
    ["an unknown field", { source: "s", columns: [{ column: "Name", field: "colour" }] }],
    [
      "a value mapped outside the vocabulary",
      {
        source: "s",
        columns: [name, { column: "Stage", field: "stage", values: [{ value: "x", as: "finished" }] }],
      },
    ],
    ["an unknown key", { source: "s", columns: [name], guess: true }],
  ])("[REG-10] is refused with %s", (_name, mapping) => {
    expect(ImportMapping.safeParse(mapping).success).toBe(false);
  });
});
