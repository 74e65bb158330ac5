import type { ReactNode } from "react";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { ESCALATION_STATUS_LABELS } from "./escalation-labels";
import { SeverityPill } from "./severity-pill";

const SEVERITY: Column<QueueItem> = {
  key: "severity",
  header: "Severity",
  phone: "end",
  width: "w-24",
  cell: (item) => <SeverityPill severity={item.severity} />,
};
const TITLE: Column<QueueItem> = { key: "title", header: "Escalation", phone: "title", cell: (item) => item.title };
const TIMES: Column<QueueItem> = {
  key: "times",
  header: "Raised",
  align: "right",
  phone: "hidden",
  width: "w-20",
  cell: (item) => (item.occurrences === 1 ? "once" : `${formatCount(item.occurrences)} times`),
};
const WHO: Column<QueueItem> = {
  key: "who",
  header: "Answers for it",
  from: "lg",
  width: "w-40",
  cell: (item) => item.assignee?.name ?? <span className="text-ink-muted">Nobody yet</span>,
};
const STATUS: Column<QueueItem> = {
  key: "status",
  header: "Status",
  from: "xl",
  phone: "hidden",
  width: "w-32",
  cell: (item) => ESCALATION_STATUS_LABELS[item.status],
};
const DUE: Column<QueueItem> = {
  key: "due",
  header: "Respond",
  align: "right",
  width: "w-40",
  cell: (item) =>
    item.isOverdue ? (
      <span className="font-medium text-severity-critical">
        due <Instant at={item.respondBy} />
      </span>
    ) : (
      <Instant at={item.respondBy} />
    ),
};

/** Escalations in a row each, leading to their pages; `more` are columns before the deadline. */
export function EscalationTable({
  label,
  items,
  more = [WHO, STATUS],
  empty,
}: {
  label: string;
  items: readonly QueueItem[];
  more?: readonly Column<QueueItem>[];
  empty?: ReactNode;
}) {
  return (
    <Table
      label={label}
      columns={[SEVERITY, TITLE, TIMES, ...more, DUE]}
      rows={items}
      rowKey={(item) => item.reference}
      rowHref={(item) => paths.escalations.detail(item.reference)}
      empty={empty}
    />
  );
}
