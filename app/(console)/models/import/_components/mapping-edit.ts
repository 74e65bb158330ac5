// Answers "what is the mapping after this change?" while somebody edits it. Pure: the screen holds the state.

import type {
  CodedField,
  ColumnMapping,
  DateField,
  ImportField,
  ImportMapping,
  TextField,
} from "@/lib/governance/registry/import/schema";
import type { ColumnView } from "./import-words";
import { readingsOf } from "./import-words";

type Place = readonly Pick<ColumnView, "column">[];

const DATE_FIELDS: readonly string[] = [
  "initiatedOn",
  "developedOn",
  "implementedOn",
  "retiredOn",
] satisfies DateField[];

/** What a column becomes when a person gives it a field: nothing is read that nobody has said. */
function toEntry({ column, values }: ColumnView, field: ImportField): ColumnMapping {
  if (readingsOf(field) !== null) {
    const unread = values.map(({ value }) => ({ value, as: "unread" as const }));
    return { column, field: field as CodedField, values: unread } as ColumnMapping;
  }
  if (DATE_FIELDS.includes(field)) return { column, field: field as DateField, dateOrder: "unknown" };
  return { column, field: field as TextField };
}

/** Gives the column a field, or with null keeps it as a source fact; entries stay in the order of the file. */
export function withField(
  mapping: ImportMapping,
  column: ColumnView,
  field: ImportField | null,
  order: Place,
): ImportMapping {
  const others = mapping.columns.filter((entry) => entry.column !== column.column);
  const columns = field === null ? others : [...others, toEntry(column, field)];
  const at = new Map(order.map((each, index) => [each.column, index]));
  columns.sort((a, b) => (at.get(a.column) ?? 0) - (at.get(b.column) ?? 0));
  return { ...mapping, columns };
}

export function withReading(mapping: ImportMapping, column: string, value: string, as: string): ImportMapping {
  const columns = mapping.columns.map((entry) => {
    if (entry.column !== column || !("values" in entry)) return entry;
    const isKnown = entry.values.some((each) => each.value === value);
    const values = isKnown
      ? entry.values.map((each) => (each.value === value ? { value, as } : each))
      : [...entry.values, { value, as }];
    return { ...entry, values } as ColumnMapping;
  });
  return { ...mapping, columns };
}

export function withDateOrder(mapping: ImportMapping, column: string, dateOrder: string): ImportMapping {
  const columns = mapping.columns.map((entry) =>
    entry.column === column && "dateOrder" in entry ? ({ ...entry, dateOrder } as ColumnMapping) : entry,
  );
  return { ...mapping, columns };
}

export function toggleIdentity(mapping: ImportMapping, column: string, isPart: boolean): ImportMapping {
  const others = mapping.identityColumns.filter((each) => each !== column);
  return { ...mapping, identityColumns: isPart ? [...others, column] : others };
}

/** Values of a coded column that nobody has given a meaning: distinct ones, and the rows that hold them. */
export function countUnread(entry: ColumnMapping, column: ColumnView): { values: number; rows: number } {
  if (!("values" in entry)) return { values: 0, rows: 0 };
  const said = new Map(entry.values.map(({ value, as }) => [value, as as string]));
  const unread = column.values.filter(({ value }) => (said.get(value) ?? "unread") === "unread");
  return { values: unread.length, rows: unread.reduce((sum, { count }) => sum + count, 0) };
}
