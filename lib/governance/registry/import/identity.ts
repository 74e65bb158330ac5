// Answers "which model of this source is this row?" (REG-10). The id column where it is filled and unique,
// else the digest of the identity columns with an ordinal among equals, so that re-imports meet the same models.
import { digestOf } from "../../kernel/digest.ts";
import { normalizeName } from "../../kernel/text.ts";
import type { TableRow } from "./csv.ts";
import { type FittedMapping, toValueKey } from "./mapping.ts";

export type RowIdentity =
  | { readonly outcome: "identified"; readonly sourceId: string }
  /** Identical to an earlier row of the file in all columns. */
  | { readonly outcome: "duplicate"; readonly firstRow: number };

/** No cell holds NUL (refused when decoding), so joined cells are equal only when all cells are. */
const toRowKey = (cells: readonly string[]) => cells.join("\u0000");

function countIds(rows: readonly TableRow[], at: number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { cells } of rows) {
    const id = toValueKey(cells[at] ?? "");
    counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
}

/** Identities by row number, for well-formed rows. `sourceId` begins with `id:` or `digest:`, so neither can pose as the other. */
export function deriveIdentities(rows: readonly TableRow[], mapping: FittedMapping): ReadonlyMap<number, RowIdentity> {
  const identities = new Map<number, RowIdentity>();
  const firstRows = new Map<string, number>();
  const distinct: TableRow[] = [];
  for (const row of rows) {
    const key = toRowKey(row.cells);
    const firstRow = firstRows.get(key);
    if (firstRow !== undefined) {
      identities.set(row.row, { outcome: "duplicate", firstRow });
      continue;
    }
    firstRows.set(key, row.row);
    distinct.push(row);
  }
  const { id } = mapping;
  const ids = id === null ? new Map<string, number>() : countIds(distinct, id.at);
  const ordinals = new Map<string, number>();
  for (const { row, cells } of distinct) {
    const own = id === null ? "" : toValueKey(cells[id.at] ?? "");
    if (own !== "" && ids.get(own) === 1) {
      identities.set(row, { outcome: "identified", sourceId: `id:${own}` });
      continue;
    }
    const digest = digestOf(mapping.identity.map(({ at }) => normalizeName(cells[at] ?? "")));
    const ordinal = (ordinals.get(digest) ?? 0) + 1;
    ordinals.set(digest, ordinal);
    identities.set(row, { outcome: "identified", sourceId: `digest:${digest}#${ordinal}` });
  }
  return identities;
}
