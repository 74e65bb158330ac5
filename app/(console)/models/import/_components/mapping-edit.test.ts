import { describe, expect, test } from "vitest";
import type { ImportMapping } from "@/lib/governance/registry/import/schema";
import type { ColumnView } from "./import-words";
import { countUnread, toggleIdentity, withDateOrder, withField, withReading } from "./mapping-edit";

const column = (name: string, values: [string, number][] = []): ColumnView => ({
  column: name,
  filled: 3,
  blank: 0,
  distinct: values.length,
  values: values.map(([value, count]) => ({ value, count })),
  hasAllValues: true,
});
const COLUMNS = [
  column("Title"),
  column("PII", [
    ["Yes", 2],
    ["Perhaps", 1],
  ]),
  column("Begun", [["1/2/2024", 1]]),
];
const [title, pii, begun] = COLUMNS as [ColumnView, ColumnView, ColumnView];
const EMPTY: ImportMapping = {
  source: "s",
  delimiter: null,
  columns: [],
  idColumn: null,
  identityColumns: [],
  defaultVersion: "1",
};

describe("editing a mapping", () => {
  test("a column given a coded field has every value unread until somebody says what it means", () => {
    const mapping = withField(EMPTY, pii, "usesPersonalData", COLUMNS);
    expect(mapping.columns).toEqual([
      {
        column: "PII",
        field: "usesPersonalData",
        values: [
          { value: "Yes", as: "unread" },
          { value: "Perhaps", as: "unread" },
        ],
      },
    ]);
    const read = withReading(mapping, "PII", "Yes", "yes");
    const [entry] = read.columns;
    expect(entry && countUnread(entry, pii)).toEqual({ values: 1, rows: 1 });
  });

  test("entries stay in the order of the file, one a column", () => {
    const late = withField(withField(EMPTY, begun, "initiatedOn", COLUMNS), title, "name", COLUMNS);
    expect(late.columns.map((entry) => entry.column)).toEqual(["Title", "Begun"]);
    const other = withField(late, title, "description", COLUMNS);
    expect(other.columns.filter((entry) => entry.column === "Title")).toEqual([
      { column: "Title", field: "description" },
    ]);
  });

  test("a column without a field is kept as a source fact", () => {
    expect(withField(withField(EMPTY, title, "name", COLUMNS), title, null, COLUMNS).columns).toEqual([]);
  });

  test("the order of day and month belongs to dates only", () => {
    const mapping = withField(withField(EMPTY, begun, "initiatedOn", COLUMNS), title, "name", COLUMNS);
    const changed = withDateOrder(withDateOrder(mapping, "Begun", "day_first"), "Title", "day_first");
    expect(changed.columns).toEqual([
      { column: "Title", field: "name" },
      { column: "Begun", field: "initiatedOn", dateOrder: "day_first" },
    ]);
  });

  test("a column is part of the identity once or not at all", () => {
    const twice = toggleIdentity(toggleIdentity(EMPTY, "Title", true), "Title", true);
    expect(twice.identityColumns).toEqual(["Title"]);
    expect(toggleIdentity(twice, "Title", false).identityColumns).toEqual([]);
  });
});
