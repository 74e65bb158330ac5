// Answers "what does this digest say?" (ESC-7): grouped by venture, then category, equal titles folded into one line, the most
// severe first; one sentence per group from a template. What does not fit is counted, never left out unsaid.
import type { DigestKind, Severity } from "./schema.ts";
import { rankOf } from "./severity-scale.ts";

/** Items of one venture, category and title, folded by the database. */
export type DigestRow = {
  readonly venture: { readonly reference: string; readonly name: string } | null;
  readonly category: string | null;
  readonly title: string;
  readonly severity: Severity;
  readonly items: number;
  readonly occurrences: number;
  readonly overdue: number;
  readonly downgraded: number;
  readonly overBudget: number;
  readonly resolved: number;
  /** Of the first items. */
  readonly references: readonly string[];
};

export type DigestLine = Omit<DigestRow, "venture" | "category">;
export type DigestGroup = {
  readonly venture: DigestRow["venture"];
  readonly category: string | null;
  readonly severity: Severity;
  readonly summary: string;
  readonly items: number;
  readonly lines: readonly DigestLine[];
  readonly linesLeftOut: number;
};
export type DigestContent = {
  readonly kind: DigestKind;
  readonly items: number;
  readonly occurrences: number;
  readonly groups: readonly DigestGroup[];
};

const MOST_LINES = 25;

export function toDigest(kind: DigestKind, rows: readonly DigestRow[]): DigestContent {
  const groups = [
    ...Map.groupBy(rows, ({ venture, category }) => `${venture?.reference ?? ""}|${category ?? ""}`).values(),
  ]
    .map(toGroup)
    .toSorted((a, b) => compareGroups(a, b));
  const sum = (field: "items" | "occurrences") => rows.reduce((total, row) => total + row[field], 0);
  return { kind, items: sum("items"), occurrences: sum("occurrences"), groups };
}

function compareGroups(a: DigestGroup, b: DigestGroup): number {
  return (
    rankOf(b.severity) - rankOf(a.severity) ||
    (a.venture?.name ?? "").localeCompare(b.venture?.name ?? "", "en") ||
    (a.category ?? "").localeCompare(b.category ?? "", "en")
  );
}

function toGroup(rows: readonly DigestRow[]): DigestGroup {
  const lines = rows.toSorted(
    (a, b) => rankOf(b.severity) - rankOf(a.severity) || b.occurrences - a.occurrences || (a.title < b.title ? -1 : 1),
  );
  const [worst] = lines;
  if (worst === undefined) throw new RangeError("A group of a digest is not empty");
  const items = rows.reduce((total, row) => total + row.items, 0);
  const { venture, category, severity } = worst;
  return {
    ...{ venture, category, severity, items },
    summary: tellGroup(lines, items),
    lines: lines.slice(0, MOST_LINES).map(({ venture: _venture, category: _category, ...line }) => line),
    linesLeftOut: Math.max(0, lines.length - MOST_LINES),
  };
}

const count = (amount: number, one: string, many: string) =>
  `${amount.toLocaleString("en")} ${amount === 1 ? one : many}`;

/** "12 items, raised 40 times: Latency above target (9), and 2 other matters; 1 is overdue" */
function tellGroup(lines: readonly DigestRow[], items: number): string {
  const sum = (field: "occurrences" | "overdue" | "resolved") => lines.reduce((total, line) => total + line[field], 0);
  const occurrences = sum("occurrences");
  const raised = occurrences > items ? `, raised ${count(occurrences, "time", "times")}` : "";
  const [worst] = lines;
  const folded = worst === undefined || worst.items === 1 ? "" : ` (${worst.items.toLocaleString("en")})`;
  const others = lines.length > 1 ? `, and ${count(lines.length - 1, "other matter", "other matters")}` : "";
  const overdue = sum("overdue");
  const resolved = sum("resolved");
  return [
    `${count(items, "item", "items")}${raised}: ${worst?.title ?? ""}${folded}${others}`,
    ...(overdue > 0 ? [`${overdue.toLocaleString("en")} overdue`] : []),
    ...(resolved > 0 ? [`${resolved.toLocaleString("en")} resolved by now`] : []),
  ].join("; ");
}
