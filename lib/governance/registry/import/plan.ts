// Answers "what would this import do, row by row?" (REG-10). Every row ends as one of five and the counts add up.
// An update changes facts, never the status, and never lowers a tier: that is for people (REG-1, REG-9).
import type { Reason } from "../../kernel/verdict.ts";
import type { ModelStatus, Tier } from "../schema.ts";
import { isChangeable } from "../status.ts";
import { higherTier, isHigherTier } from "../tier.ts";
import type { Table, TableRow } from "./csv.ts";
import { deriveIdentities } from "./identity.ts";
import type { FittedMapping } from "./mapping.ts";
import { type Candidate, readRow, type UnreadValue } from "./row.ts";

/** A model of this source that is already registered, by its `sourceId`. */
export type ExistingModel = {
  readonly reference: string;
  readonly contentDigest: string;
  readonly status: ModelStatus;
  readonly tier: Tier;
  /** Reference of an open proposal on it, which locks it. */
  readonly openProposal: string | null;
};

/** A row that is a model of the registry once the import is done; `tier` and `status` are those it then has. */
type Described = {
  readonly row: number;
  readonly candidate: Candidate;
  readonly tier: Tier;
  readonly status: ModelStatus;
};

export type PlannedRow =
  | ({ readonly outcome: "created" } & Described)
  /** `isTierKept`: the present tier is higher than the assessed one and stays. */
  | ({ readonly outcome: "updated"; readonly reference: string; readonly isTierKept: boolean } & Described)
  | ({ readonly outcome: "unchanged"; readonly reference: string } & Described)
  | { readonly outcome: "duplicate"; readonly row: number; readonly firstRow: number }
  | { readonly outcome: "rejected"; readonly row: number; readonly reasons: readonly Reason[] };

export type ImportCounts = { readonly read: number } & Readonly<Record<PlannedRow["outcome"], number>>;

export type ImportPlan = {
  readonly rows: readonly PlannedRow[];
  readonly counts: ImportCounts;
  readonly unread: readonly UnreadValue[];
};

function planCandidate(candidate: Candidate, existing: ExistingModel | undefined): PlannedRow {
  const { row } = candidate;
  if (existing === undefined) {
    return { outcome: "created", row, candidate, tier: candidate.tier, status: candidate.status };
  }
  const { reference, status, openProposal } = existing;
  if (existing.contentDigest === candidate.contentDigest) {
    return { outcome: "unchanged", row, candidate, reference, tier: existing.tier, status };
  }
  if (openProposal !== null) {
    const facts = { reference, proposal: openProposal };
    return { outcome: "rejected", row, reasons: [{ code: "registry.row_model_locked", facts }] };
  }
  if (!isChangeable(status)) {
    return { outcome: "rejected", row, reasons: [{ code: "registry.row_model_frozen", facts: { reference, status } }] };
  }
  const tier = higherTier(existing.tier, candidate.tier);
  const isTierKept = isHigherTier(existing.tier, candidate.tier);
  return { outcome: "updated", row, candidate, reference, tier, status, isTierKept };
}

/** Pure: the same file, mapping and registry give the same plan. `existing` holds the models of this source only. */
export function planImport(
  table: Pick<Table, "rows">,
  mapping: FittedMapping,
  existing: ReadonlyMap<string, ExistingModel>,
): ImportPlan {
  const identities = deriveIdentities(
    table.rows.filter((row) => row.problem === null),
    mapping,
  );
  const unread: UnreadValue[] = [];
  const planRow = (row: TableRow): PlannedRow => {
    if (row.problem !== null) return { outcome: "rejected", row: row.row, reasons: [row.problem] };
    const identity = identities.get(row.row);
    if (identity === undefined) throw new Error(`INVARIANT: row ${row.row} has no identity`);
    if (identity.outcome === "duplicate") return { ...identity, row: row.row };
    const reading = readRow(row, identity.sourceId, mapping);
    if (reading.outcome === "rejected") return reading;
    unread.push(...reading.unread);
    return planCandidate(reading.candidate, existing.get(identity.sourceId));
  };
  const rows = table.rows.map(planRow);
  return { rows, counts: countOutcomes(rows), unread };
}

/** INVARIANT: created + updated + unchanged + duplicate + rejected = read. */
function countOutcomes(rows: readonly PlannedRow[]): ImportCounts {
  const counts = { read: rows.length, created: 0, updated: 0, unchanged: 0, duplicate: 0, rejected: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
