import type { ReactNode } from "react";
import { Instant } from "@/components/ui/instant";
import { ListKeys } from "@/components/ui/list-keys";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { ToldEntry } from "@/lib/governance/audit/schema";
import { EntrySentence } from "./entry-sentence";
import { OutcomeMark } from "./outcome-mark";

const COLUMNS: readonly Column<ToldEntry>[] = [
  {
    key: "number",
    header: "Entry",
    width: "w-28",
    phone: "line",
    cell: (entry) => <span className="font-mono text-[0.92em] whitespace-nowrap">{entry.reference}</span>,
  },
  {
    key: "sentence",
    header: "What was done",
    width: "w-full",
    phone: "title",
    cell: (entry) => <EntrySentence {...entry} />,
  },
  {
    key: "outcome",
    header: <span className="sr-only">Outcome</span>,
    width: "w-24",
    align: "right",
    phone: "end",
    cell: (entry) => <OutcomeMark outcome={entry.outcome} />,
  },
  {
    key: "when",
    header: "When",
    width: "w-52",
    align: "right",
    phone: "line",
    cell: (entry) => <Instant at={entry.occurredAt} as="exact" className="text-ink-muted" />,
  },
];

/** Entries as they are read: number, sentence, mark, exact instant. */
export function EntryTable({ entries, empty }: { entries: readonly ToldEntry[]; empty: ReactNode }) {
  return (
    <ListKeys>
      <Table
        label="Entries of the record"
        columns={COLUMNS}
        rows={entries}
        rowKey={(entry) => String(entry.number)}
        rowHref={(entry) => paths.audit.entry(entry.number)}
        empty={empty}
      />
    </ListKeys>
  );
}
