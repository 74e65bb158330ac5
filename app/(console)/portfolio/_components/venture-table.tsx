import type { ReactNode } from "react";
import { LifecycleBadge, StageMark } from "@/components/governance/venture-marks";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { formatUsd } from "@/lib/format/money";
import type { VentureItem } from "@/lib/governance/portfolio/schema";

function toColumns(amounts: readonly number[]): readonly Column<VentureItem>[] {
  return [
    { key: "name", header: "Venture", phone: "title", cell: (one) => one.name },
    { key: "stage", header: "Stage", width: "w-44", cell: (one) => <StageMark stage={one.stage} /> },
    {
      key: "lead",
      header: "Lead",
      from: "lg",
      phone: "hidden",
      width: "w-44",
      cell: (one) => one.lead?.name ?? <span className="text-ink-muted">Nobody</span>,
    },
    {
      key: "lifecycle",
      header: "Lifecycle",
      phone: "end",
      width: "w-28",
      cell: (one) => <LifecycleBadge lifecycle={one.lifecycle} />,
    },
    {
      key: "allocation",
      header: "Allocation",
      align: "right",
      width: "w-36",
      cell: (one) => formatUsd(one.allocationUsd, amounts),
    },
  ];
}

export function VentureTable({
  label,
  ventures,
  empty,
}: {
  label: string;
  ventures: readonly VentureItem[];
  empty: ReactNode;
}) {
  return (
    <Table
      label={label}
      columns={toColumns(ventures.map(({ allocationUsd }) => allocationUsd))}
      rows={ventures}
      rowKey={(one) => one.reference}
      rowHref={(one) => paths.ventures.detail(one.reference)}
      empty={empty}
    />
  );
}
