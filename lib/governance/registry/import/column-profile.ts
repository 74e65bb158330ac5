// Answers "what does each column hold?" for suggestions and for the mapping screen (REG-10).
import type { TableRow } from "./csv.ts";
import { toValueKey } from "./mapping.ts";

export type ColumnProfile = {
  readonly column: string;
  readonly filled: number;
  readonly blank: number;
  readonly distinct: number;
  readonly averageLength: number;
  /** Most frequent first, then alphabetical; at most 1,000. Blank cells are not among them. */
  readonly values: readonly { readonly value: string; readonly count: number }[];
};

const MOST_VALUES = 1_000;

function profileColumn(column: string, at: number, rows: readonly TableRow[]): ColumnProfile {
  const counts = new Map<string, number>();
  let filled = 0;
  let length = 0;
  for (const { cells } of rows) {
    const value = toValueKey(cells[at] ?? "");
    if (value === "") continue;
    filled += 1;
    length += value.length;
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return {
    column,
    filled,
    blank: rows.length - filled,
    distinct: counts.size,
    averageLength: filled === 0 ? 0 : length / filled,
    values: values.slice(0, MOST_VALUES),
  };
}

/** One profile per column, over the well-formed rows. */
export function profileColumns(columns: readonly string[], rows: readonly TableRow[]): readonly ColumnProfile[] {
  const wellFormed = rows.filter((row) => row.problem === null);
  return columns.map((column, at) => profileColumn(column, at, wellFormed));
}
