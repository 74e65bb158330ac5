// Answers "what did the import do, and what should somebody look at?" (REG-10): counts, every row's end, and each value
// that could not be read. The report is plain JSON, kept with the import and downloadable as CSV.
import type { Reason } from "../../kernel/verdict.ts";
import { ModelStatus, Tier } from "../schema.ts";
import { toCsv } from "../spreadsheet-cell.ts";
import type { ImportCounts, ImportPlan, PlannedRow } from "./plan.ts";
import type { UnreadValue } from "./row.ts";

export type ReportedRow = {
  readonly row: number;
  readonly outcome: PlannedRow["outcome"];
  readonly name: string | null;
  readonly reference: string | null;
  readonly sourceId: string | null;
  readonly tier: Tier | null;
  /** A sentence where there is something to say: why rejected, duplicate of which row, tier kept. */
  readonly detail: string | null;
};

/** The same value of the same column, wherever it stands. */
export type UnreadGroup = Omit<UnreadValue, "row"> & { readonly rows: readonly number[] };

export type ImportReport = {
  readonly source: string;
  readonly fileDigest: string;
  readonly counts: ImportCounts;
  /** Of the models that the file describes: created, updated and unchanged. */
  readonly byTier: Readonly<Record<Tier, number>>;
  readonly byStatus: Readonly<Record<ModelStatus, number>>;
  readonly rows: readonly ReportedRow[];
  readonly unread: readonly UnreadGroup[];
};

const CAUSES: Readonly<Record<string, string>> = {
  not_understood: "no meaning is mapped to this value",
  not_a_date: "not a date",
  day_or_month_first: "could be read day first or month first",
  day_or_year: "the number could be a day or a year",
  no_such_day: "there is no such day",
  implausible_year: "the year is not plausible",
  year_as_serial_number: "looks like a year that a spreadsheet turned into a day of 1905",
  not_an_address: "not an e-mail address",
  not_a_member: "no member who may own models has this address",
  too_many_or_too_long: "too many tags, or one too long",
};

function describeUnread(cause: string): string {
  return CAUSES[cause] ?? cause;
}

/** A sentence for a row's rejection. */
function describeRejection({ code, facts }: Reason): string {
  switch (code) {
    case "registry.too_few_fields":
      return `The row has ${facts.found} fields, the header ${facts.expected}: values are missing`;
    case "registry.too_many_fields":
      return `The row has ${facts.found} fields, the header ${facts.expected}: a value may need quotes`;
    case "registry.row_model_locked":
      return `\`${facts.reference}\` is under vote in \`${facts.proposal}\`; import again after the result`;
    case "registry.row_model_frozen":
      return `\`${facts.reference}\` is \`${facts.status}\` and takes no changes`;
    default:
      return `${facts.message ?? code} (column \`${facts.column ?? "?"}\`)`;
  }
}

function toDetail(row: PlannedRow): string | null {
  if (row.outcome === "rejected") return row.reasons.map(describeRejection).join("; ");
  if (row.outcome === "duplicate") return `Identical to row ${row.firstRow}`;
  if (row.outcome === "updated" && row.isTierKept) {
    return `Assessed as \`${row.candidate.tier}\`, kept at \`${row.tier}\`: only the chair lowers a tier`;
  }
  return null;
}

function toReportedRow(row: PlannedRow, references: ReadonlyMap<number, string>): ReportedRow {
  const candidate = "candidate" in row ? row.candidate : null;
  const reference = "reference" in row ? row.reference : (references.get(row.row) ?? null);
  return {
    row: row.row,
    outcome: row.outcome,
    name: candidate?.name ?? null,
    reference,
    sourceId: candidate?.sourceId ?? null,
    tier: "tier" in row ? row.tier : null,
    detail: toDetail(row),
  };
}

/** Most frequent first, so that a mapping is mended where it pays. */
function groupUnread(unread: readonly UnreadValue[]): readonly UnreadGroup[] {
  const groups = new Map<string, UnreadGroup & { rows: number[] }>();
  for (const { row, column, field, value, cause } of unread) {
    const key = JSON.stringify([column, field, value, cause]);
    const group = groups.get(key) ?? { column, field, value, cause, rows: [] };
    group.rows.push(row);
    groups.set(key, group);
  }
  return [...groups.values()].sort((a, b) => b.rows.length - a.rows.length);
}

const zeros = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;

/** `references` names the models created, by row; empty for a preview. */
export function toImportReport(
  plan: ImportPlan,
  about: { readonly source: string; readonly fileDigest: string },
  references: ReadonlyMap<number, string> = new Map(),
): ImportReport {
  const byTier = zeros(Tier.options);
  const byStatus = zeros(ModelStatus.options);
  for (const row of plan.rows) {
    if (!("candidate" in row)) continue;
    byTier[row.tier] += 1;
    byStatus[row.status] += 1;
  }
  return {
    source: about.source,
    fileDigest: about.fileDigest,
    counts: plan.counts,
    byTier,
    byStatus,
    rows: plan.rows.map((row) => toReportedRow(row, references)),
    unread: groupUnread(plan.unread),
  };
}

const REPORT_HEADER = ["Row", "Outcome", "Reference", "Name", "Tier", "Column", "Value", "Detail"];

/** One line per row of the file, then one per value that could not be read. Safe to open in a spreadsheet. */
export function toReportCsv(report: Pick<ImportReport, "rows" | "unread">): string {
  const rows = report.rows.map((r) => [r.row, r.outcome, r.reference, r.name, r.tier, null, null, r.detail]);
  const unread = report.unread.flatMap(({ rows: at, column, value, cause }) =>
    at.map((row) => [row, "value not read", null, null, null, column, value, describeUnread(cause)]),
  );
  return toCsv([REPORT_HEADER, ...rows, ...unread]);
}
