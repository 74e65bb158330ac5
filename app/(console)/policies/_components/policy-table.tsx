import type { ReactNode } from "react";
import { PolicyBadge } from "@/components/governance/policy-badge";
import { POLICY_TYPE_LABELS } from "@/components/governance/policy-labels";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { PolicyItem } from "@/lib/governance/policy/view";

const COLUMNS: readonly Column<PolicyItem>[] = [
  { key: "name", header: "Policy", phone: "title", cell: (policy) => policy.content.name },
  { key: "type", header: "Type", width: "w-44", cell: (policy) => POLICY_TYPE_LABELS[policy.content.type] },
  { key: "scope", header: "Holds for", width: "w-48", from: "lg", cell: (policy) => policy.scopeWords },
  {
    key: "standing",
    header: "Standing",
    width: "w-40",
    phone: "end",
    cell: (policy) => <PolicyBadge standing={policy.standing} />,
  },
  {
    key: "version",
    header: "Version",
    align: "right",
    width: "w-40",
    cell: (policy) => (
      <>
        {policy.version} <span className="text-ink-muted">since</span> <Instant at={policy.changedAt} as="day" />
      </>
    ),
  },
];

export function PolicyTable({ items, empty }: { items: readonly PolicyItem[]; empty: ReactNode }) {
  return (
    <Table
      label="Policies"
      columns={COLUMNS}
      rows={items}
      rowKey={(policy) => policy.reference}
      rowHref={(policy) => paths.policies.detail(policy.reference)}
      empty={empty}
    />
  );
}
