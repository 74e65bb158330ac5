import type { ReactNode } from "react";
import { Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { columnsOf, QueueNote } from "./queue-columns";

/** Escalations as the queue shows them, to look at and not to act on. */
export function EscalationList({
  label,
  items,
  empty,
}: {
  label: string;
  items: readonly QueueItem[];
  empty?: ReactNode;
}) {
  return (
    <Table
      label={label}
      columns={columnsOf("all")}
      rows={items}
      rowKey={({ reference }) => reference}
      rowHref={({ reference }) => paths.escalations.detail(reference)}
      rowNote={(item) => <QueueNote item={item} />}
      empty={empty}
    />
  );
}
