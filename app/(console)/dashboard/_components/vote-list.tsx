import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { TierBadge } from "@/components/governance/tier-badge";
import { Instant } from "@/components/ui/instant";
import { ListKeys } from "@/components/ui/list-keys";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { Home, ProposalLine } from "@/lib/governance/dashboard/schema";
import { WholeList } from "./whole-list";

const COLUMNS: readonly Column<ProposalLine>[] = [
  {
    key: "title",
    header: "Proposal",
    phone: "title",
    cell: (line) => <span className="font-serif text-base font-semibold">{line.title}</span>,
  },
  {
    key: "kind",
    header: "Kind",
    from: "lg",
    cell: (line) => <span className="whitespace-nowrap">{kindWords(line)}</span>,
  },
  { key: "tier", header: "Tier", cell: (line) => (line.model === null ? "–" : <TierBadge tier={line.model.tier} />) },
  {
    key: "cast",
    header: "Voted",
    align: "right",
    phone: "hidden",
    cell: (line) => (
      <span className="whitespace-nowrap">{line.cast === null ? "sealed" : `${line.cast} of ${line.entitled}`}</span>
    ),
  },
  {
    key: "closes",
    header: "Closes",
    align: "right",
    phoneLabel: "closes",
    cell: (line) => (line.deadlineAt === null ? "–" : <Instant at={line.deadlineAt} />),
  },
];

function kindWords(line: ProposalLine): string {
  return line.isBinding ? PROPOSAL_KIND_LABELS[line.kind] : "Advice to the chair";
}

/** The votes that need this person, the next to close first. */
export function VoteList({ votes }: { votes: Home["votes"] }) {
  if (votes.total === 0) return null;
  return (
    <Section title="Your votes" rule={false} note="The next to close comes first">
      <ListKeys>
        <Table
          label="Votes that need you"
          columns={COLUMNS}
          rows={votes.items}
          rowKey={(line) => line.reference}
          rowHref={(line) => paths.proposals.detail(line.reference)}
        />
      </ListKeys>
      <WholeList shown={votes.items.length} total={votes.total} what="votes" href={paths.proposals.list()} />
    </Section>
  );
}
