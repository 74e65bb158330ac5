// Answers "which columns were found, and with which mapping does one begin?" (REG-10, REG-112).
import type { ColumnProfile } from "./column-profile.ts";
import { profileColumns } from "./column-profile.ts";
import type { Inventory } from "./inventory.ts";
import { fitMapping } from "./mapping.ts";
import type { ImportMapping } from "./schema.ts";
import { suggestMapping } from "./suggestion.ts";
import type { ImportColumns } from "./view.ts";

const MOST_VALUES = 200;
const LONGEST_VALUE = 1_000;
const SAMPLES = 3;
const SAMPLE_LENGTH = 120;

const shorten = (value: string) =>
  value.length <= SAMPLE_LENGTH ? value : `${[...value].slice(0, SAMPLE_LENGTH).join("")}…`;

/** All values where a person could map them one by one, samples elsewhere. */
function toColumnView(profile: ColumnProfile): ImportColumns["columns"][number] {
  const { column, filled, blank, distinct, values } = profile;
  const hasAllValues = distinct <= MOST_VALUES && values.every(({ value }) => value.length <= LONGEST_VALUE);
  const shown = values.slice(0, SAMPLES).map(({ value, count }) => ({ value: shorten(value), count }));
  return { column, filled, blank, distinct, values: hasAllValues ? [...values] : shown, hasAllValues };
}

export type KnownMapping = { readonly name: string; readonly mapping: ImportMapping };

/** The mapping of this import, else the newest saved one that fits the columns, else a suggestion. */
export function chooseMapping(
  inventory: Inventory,
  known: { readonly started: ImportMapping | null; readonly saved: readonly KnownMapping[]; readonly source: string },
): Pick<ImportColumns, "mapping" | "mappingFrom" | "savedMapping"> {
  if (known.started !== null) return { mapping: known.started, mappingFrom: "started", savedMapping: null };
  const { columns } = inventory.table;
  const fitting = known.saved.find(({ mapping }) => fitMapping(mapping, columns).outcome === "fits");
  if (fitting !== undefined) return { mapping: fitting.mapping, mappingFrom: "saved", savedMapping: fitting.name };
  const { mapping } = suggestMapping(inventory.table, known.source);
  return { mapping, mappingFrom: "suggested", savedMapping: null };
}

export function toImportColumns(
  inventory: Inventory,
  known: Parameters<typeof chooseMapping>[1],
): Omit<ImportColumns, "reference" | "fileName"> {
  const { table, encoding, fileDigest } = inventory;
  return {
    contentDigest: fileDigest,
    encoding,
    delimiter: table.delimiter,
    rows: table.rows.length,
    columns: profileColumns(table.columns, table.rows).map(toColumnView),
    ...chooseMapping(inventory, known),
  };
}
