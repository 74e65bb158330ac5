import type { ReactNode } from "react";
import { TRUST_LABELS } from "@/components/governance/labels";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { type ComponentItem, toComponentTitle } from "@/lib/governance/portfolio/schema";
import { ComponentStatus } from "./component-status";

const SHOWN_CAPABILITIES = 3;

function sayCapabilities(capabilities: readonly string[]): string {
  const more = capabilities.length - SHOWN_CAPABILITIES;
  return capabilities.slice(0, SHOWN_CAPABILITIES).join(" · ") + (more > 0 ? ` · ${more} more` : "");
}

const COLUMNS: readonly Column<ComponentItem>[] = [
  { key: "name", header: "Component", phone: "title", cell: (one) => toComponentTitle(one) },
  {
    key: "capabilities",
    header: "Can",
    from: "lg",
    phone: "hidden",
    cell: (one) => <span className="text-ink-muted">{sayCapabilities(one.capabilities)}</span>,
  },
  { key: "trust", header: "Trust", phone: "line", width: "w-28", cell: (one) => TRUST_LABELS[one.trustLevel] },
  {
    key: "status",
    header: "Status",
    phone: "end",
    width: "w-28",
    cell: (one) => <ComponentStatus status={one.status} />,
  },
  {
    key: "changed",
    header: "Changed",
    align: "right",
    phone: "hidden",
    width: "w-32",
    cell: (one) => <Instant at={one.updatedAt} />,
  },
];

export function ComponentTable({ components, empty }: { components: readonly ComponentItem[]; empty: ReactNode }) {
  return (
    <Table
      label="Components"
      columns={COLUMNS}
      rows={components}
      rowKey={(one) => one.reference}
      rowHref={(one) => paths.components.detail(one.reference)}
      empty={empty}
    />
  );
}
