import Link from "next/link";
import type { ReactNode } from "react";
import { Disclosure } from "@/components/ui/disclosure";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { ActionItem } from "@/lib/governance/meetings/schema";
import { toModelTitle } from "@/lib/governance/registry/schema";
import { ActionActs } from "./action-acts";
import { ACTION_STATUS_LABELS, saySource } from "./words";

function Due({ item }: { item: ActionItem }) {
  if (item.completedAt !== null) return <Instant at={item.completedAt} as="day" />;
  return (
    <span className={item.isOverdue ? "font-medium text-severity-high" : undefined}>
      {item.isOverdue ? "Overdue, was due " : null}
      <Instant at={item.dueAt} />
    </span>
  );
}

function Status({ item }: { item: ActionItem }) {
  return <span className="whitespace-nowrap">{ACTION_STATUS_LABELS[item.status]}</span>;
}

function Title({ item }: { item: ActionItem }) {
  return (
    <div className="min-w-0 py-1">
      <p className="font-medium text-pretty">{item.title}</p>
      <p className="text-xs font-normal text-ink-muted">
        <span className="font-mono">{item.reference}</span>
        {item.model === null ? null : (
          <>
            {" · "}
            <Link className="link" href={paths.models.detail(item.model.reference)}>
              {toModelTitle(item.model)}
            </Link>
          </>
        )}
        {" · "}
        <Source source={item.source} />
      </p>
      {item.description === "" ? null : (
        <Disclosure summary={<span className="text-xs font-normal">Details</span>}>
          <p className="max-w-read py-1 text-sm font-normal whitespace-pre-line">{item.description}</p>
          {item.closingNote === null ? null : (
            <p className="max-w-read py-1 text-sm font-normal whitespace-pre-line">Closed with: {item.closingNote}</p>
          )}
        </Disclosure>
      )}
    </div>
  );
}

function Source({ source }: { source: ActionItem["source"] }) {
  if (!source.reference.startsWith("ESC-")) return saySource(source);
  return (
    <Link className="link" href={paths.escalations.detail(source.reference)}>
      {saySource(source)}
    </Link>
  );
}

const COLUMNS: readonly Column<ActionItem>[] = [
  { key: "title", header: "Follow-up", phone: "title", cell: (item) => <Title item={item} /> },
  {
    key: "assignee",
    header: "Assigned to",
    phone: "line",
    cell: (item) => item.assignee?.name ?? <span className="text-ink-muted">Nobody</span>,
  },
  { key: "status", header: "Status", phone: "line", cell: (item) => <Status item={item} /> },
  { key: "due", header: "Due or finished", phone: "line", cell: (item) => <Due item={item} /> },
  {
    key: "acts",
    header: <span className="sr-only">Acts</span>,
    align: "right",
    phone: "line",
    cell: (item) => <ActionActs item={{ reference: item.reference, title: item.title }} acts={item.acts} />,
  },
];

export function ActionTable({ items, empty }: { items: readonly ActionItem[]; empty: ReactNode }) {
  return <Table label="Follow-ups" columns={COLUMNS} rows={items} rowKey={(item) => item.reference} empty={empty} />;
}
