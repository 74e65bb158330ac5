// Answers "what would the person see of this plan?" (REG-10): counts, the first rows as models, problems, values not read.
import type { ImportPlan, PlannedRow } from "./plan.ts";
import { type ImportReport, toImportReport } from "./report.ts";
import type { UnreadValue } from "./row.ts";
import type { ImportDetail, ImportPreview } from "./view.ts";

const MOST_PROBLEMS = 200;
const MOST_UNREAD = 500;
const MOST_UNREAD_ROWS = 100;

type Summary = NonNullable<ImportDetail["report"]>;

/** The parts of a report that a page shows; the whole is for the download. */
export function toSummary(report: ImportReport): Summary {
  const { counts, byTier, byStatus, rows, unread } = report;
  return {
    counts,
    byTier,
    byStatus,
    problems: rows.filter(({ outcome }) => outcome === "rejected").slice(0, MOST_PROBLEMS),
    duplicates: rows.filter(({ outcome }) => outcome === "duplicate").slice(0, MOST_PROBLEMS),
    unread: unread.slice(0, MOST_UNREAD).map(({ rows: at, ...group }) => ({
      ...group,
      rows: at.slice(0, MOST_UNREAD_ROWS),
      count: at.length,
    })),
    unreadValues: unread.reduce((sum, { rows: at }) => sum + at.length, 0),
  };
}

function toPreviewRow(row: PlannedRow, reported: ImportReport["rows"][number]): ImportPreview["rows"][number] {
  if (!("candidate" in row)) {
    return { ...reported, version: null, unit: null, status: null, facts: null, tierReasons: [] };
  }
  const { version, unit, facts, assessed } = row.candidate;
  return { ...reported, version, unit, status: row.status, facts, tierReasons: assessed.reasons };
}

export function toPreview(
  plan: ImportPlan,
  about: { readonly source: string; readonly fileDigest: string },
  most: number,
): Omit<ImportPreview, "reference" | "contentDigest"> {
  const report = toImportReport(plan, about);
  const rows = plan.rows.slice(0, most).flatMap((row, at) => {
    const reported = report.rows[at];
    return reported === undefined ? [] : [toPreviewRow(row, reported)];
  });
  return { ...toSummary(report), rows };
}

/** E-mail addresses of owners in the rows that would be written. */
export function ownerEmailsOf(plan: ImportPlan): readonly string[] {
  return [...new Set(plan.rows.flatMap((row) => ("candidate" in row ? (row.candidate.ownerEmail ?? []) : [])))];
}

/** The plan with every owner that is nobody here among the values not read (REG-119). */
export function withUnknownOwners(
  plan: ImportPlan,
  owners: ReadonlyMap<string, string>,
  column: string | undefined,
): ImportPlan {
  if (column === undefined) return plan;
  const unknown = plan.rows.flatMap((row): UnreadValue[] => {
    const email = "candidate" in row ? row.candidate.ownerEmail : null;
    if (email === null || owners.has(email)) return [];
    return [{ row: row.row, column, field: "ownerEmail", value: email, cause: "not_a_member" }];
  });
  return { ...plan, unread: [...plan.unread, ...unknown] };
}
