import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Instant } from "@/components/ui/instant";
import { ListKeys } from "@/components/ui/list-keys";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { toShortName } from "@/lib/format/words";
import type { Home, ProvisionalLine } from "@/lib/governance/dashboard/schema";
import { WholeList } from "./whole-list";

const COLUMNS: readonly Column<ProvisionalLine>[] = [
  {
    key: "title",
    header: "Decision",
    phone: "title",
    cell: (line) => <span className="font-serif text-base font-semibold">{line.title}</span>,
  },
  { key: "kind", header: "Kind", from: "xl", phone: "hidden", cell: (line) => PROPOSAL_KIND_LABELS[line.kind] },
  {
    key: "standing",
    header: "Stands",
    cell: (line) =>
      line.isStuck ? (
        <OutcomeBadge outcome="execution_failed" word="Not reversed" />
      ) : (
        <OutcomeBadge outcome="provisional" />
      ),
  },
  {
    key: "tier",
    header: "Tier",
    phone: "hidden",
    cell: (line) => (line.model === null ? "–" : <TierBadge tier={line.model.tier} />),
  },
  { key: "by", header: "Decided by", from: "lg", phone: "hidden", cell: (line) => toShortName(line.decidedBy) },
  {
    key: "lapses",
    header: "Reversed unless ratified",
    align: "right",
    phoneLabel: "reversed unless ratified",
    cell: (line) => (line.isStuck ? "not ratified" : <Instant at={line.deadlineAt} />),
  },
];

/** What the chair decided alone and the board has not settled, the next to lapse first. */
export function ProvisionalList({ provisional }: { provisional: NonNullable<Home["provisional"]> }) {
  if (provisional.total === 0) return null;
  return (
    <Section title="In force provisionally" rule={false} note="Decided by the chair alone">
      <ListKeys>
        <Table
          label="Provisional decisions"
          columns={COLUMNS}
          rows={provisional.items}
          rowKey={(line) => line.decision}
          rowHref={(line) => paths.proposals.detail(line.proposal)}
        />
      </ListKeys>
      <WholeList
        shown={provisional.items.length}
        total={provisional.total}
        what="provisional decisions"
        href={paths.proposals.list({ group: "open" })}
      />
    </Section>
  );
}
