import type { ReactNode } from "react";
import { Day, GrantBadge, sayDaysLeft } from "@/components/governance/grant-marks";
import { GRANT_KIND_LABELS } from "@/components/governance/policy-labels";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { GrantItem } from "@/lib/governance/policy/view";

const COLUMNS: readonly Column<GrantItem>[] = [
  { key: "matter", header: "For", phone: "title", cell: (grant) => grant.matter },
  {
    key: "what",
    header: "What is let stand",
    from: "lg",
    phone: "hidden",
    cell: (grant) => <span className="line-clamp-2 text-ink-muted">{grant.what}</span>,
  },
  { key: "kind", header: "Kind", width: "w-40", cell: (grant) => GRANT_KIND_LABELS[grant.kind] },
  { key: "state", header: "Standing", width: "w-44", phone: "end", cell: (grant) => <GrantBadge grant={grant} /> },
  {
    key: "until",
    header: "Last day",
    align: "right",
    width: "w-40",
    phoneLabel: "until",
    cell: (grant) => (
      <>
        <Day day={grant.until} />
        <span className="md:hidden">, </span>
        <span className="text-xs text-ink-muted md:block">
          {grant.state === "revoked" ? "ended before" : sayDaysLeft(grant.daysLeft)}
        </span>
      </>
    ),
  },
];

export function GrantTable({ items, empty }: { items: readonly GrantItem[]; empty: ReactNode }) {
  return (
    <Table
      label="Acceptances and exceptions"
      columns={COLUMNS}
      rows={items}
      rowKey={(grant) => grant.reference}
      rowHref={(grant) => paths.grants.detail(grant.reference)}
      empty={empty}
    />
  );
}
