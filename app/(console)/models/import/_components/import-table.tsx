import { Badge } from "@/components/ui/badge";
import { EmptyState } from "@/components/ui/empty-state";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { formatBytes } from "@/lib/format/number";
import type { ImportView } from "@/lib/governance/registry/import/view";
import { sayCounts } from "./counts-line";
import { STATE_LABELS } from "./import-words";

const COLUMNS: readonly Column<ImportView>[] = [
  { key: "file", header: "File", phone: "title", cell: (each) => each.fileName },
  { key: "state", header: "State", phone: "end", cell: (each) => <Badge>{STATE_LABELS[each.state]}</Badge> },
  {
    key: "counts",
    header: "What it did",
    cell: (each) => (each.counts === null ? <span className="text-ink-muted">–</span> : sayCounts(each.counts)),
  },
  { key: "size", header: "Size", phone: "hidden", from: "lg", cell: (each) => formatBytes(each.bytes) },
  { key: "by", header: "By", phone: "hidden", from: "lg", cell: (each) => each.createdBy.name },
  { key: "at", header: "When", align: "right", cell: (each) => <Instant at={each.createdAt} /> },
];

export function ImportTable({ imports }: { imports: readonly ImportView[] }) {
  return (
    <Table
      label="Imports"
      columns={COLUMNS}
      rows={imports}
      rowKey={(each) => each.reference}
      rowHref={(each) => paths.models.importReport(each.reference)}
      empty={
        <EmptyState title="Nothing was imported yet">
          The first file you drop above appears here with what it did.
        </EmptyState>
      }
    />
  );
}
