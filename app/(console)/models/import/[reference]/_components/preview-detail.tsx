import { reasonSentence } from "@/components/governance/reason-sentences";
import { StatusBadge } from "@/components/governance/status-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { cn } from "@/components/ui/class-names";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { ImportPreview } from "@/lib/governance/registry/import/view";
import { RowList, UnreadValues } from "./row-problems";

type Row = ImportPreview["rows"][number];

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "Model",
    phone: "title",
    cell: (row) => <span className="line-clamp-2">{row.name ?? `Row ${row.row}`}</span>,
  },
  {
    key: "tier",
    header: "Tier",
    phone: "end",
    width: "w-16",
    cell: (row) => (row.tier === null ? "–" : <TierBadge tier={row.tier} short />),
  },
  {
    key: "why",
    header: "Why",
    from: "lg",
    phone: "hidden",
    cell: (row) => (
      <span className="line-clamp-2 text-xs text-ink-muted">
        {row.detail ?? row.tierReasons.map(reasonSentence).join("; ")}
      </span>
    ),
  },
  {
    key: "status",
    header: "Status",
    width: "w-40",
    cell: (row) => (row.status === null ? "–" : <StatusBadge status={row.status} />),
  },
  {
    key: "unit",
    header: "Unit",
    from: "xl",
    phone: "hidden",
    cell: (row) => <span className="line-clamp-1">{row.unit}</span>,
  },
  { key: "outcome", header: "Becomes", width: "w-24", cell: (row) => row.outcome },
];

/** The first rows as the models they would become, and everything that needs a look. */
export function PreviewDetail({ preview, isFresh }: { preview: ImportPreview; isFresh: boolean }) {
  const { problems, duplicates, unread, rows } = preview;
  return (
    <div className={cn(!isFresh && "opacity-60")}>
      {problems.length === 0 ? null : (
        <Section title="Rows that would be rejected" note={plural(preview.counts.rejected, "row")}>
          <RowList rows={problems} label="Rejected rows" />
        </Section>
      )}
      {unread.length === 0 ? null : (
        <Section title="Values that would be left unread" note={plural(preview.unreadValues, "value")}>
          <UnreadValues unread={unread} />
        </Section>
      )}
      {duplicates.length === 0 ? null : (
        <Section title="Duplicates" note="Identical to an earlier row; they become no model of their own">
          <RowList rows={duplicates} label="Duplicate rows" />
        </Section>
      )}
      <Section title="The first rows" note={`${rows.length} of ${formatCount(preview.counts.read)}`}>
        <Table label="The first rows as models" columns={COLUMNS} rows={rows} rowKey={(row) => String(row.row)} />
      </Section>
    </div>
  );
}
