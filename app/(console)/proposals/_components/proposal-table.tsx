import type { ReactNode } from "react";
import { ChoiceMark } from "@/components/governance/choice-mark";
import { ClosesAt } from "@/components/governance/closes-at";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { toShortName } from "@/lib/format/words";
import type { ProposalGroup } from "@/lib/governance/voting/request";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { GROUP_LABELS } from "./list-filter";
import { OutcomeCell } from "./outcome-cell";

type Columns = Record<
  "title" | "kind" | "tier" | "voted" | "mine" | "closes" | "outcome" | "advice" | "by",
  Column<ProposalItem>
>;

const none = <span className="text-ink-faint">–</span>;
/** An empty cell says so on the desk; a line of the phone leaves it out. */
const noTier = <span className="text-ink-faint max-md:hidden">–</span>;
const kindWords = (item: ProposalItem) =>
  item.effect === "advisory" ? "Advice to the chair" : PROPOSAL_KIND_LABELS[item.kind];

function Turnout({ item }: { item: ProposalItem }) {
  if (item.isSealed && item.cast === null) return "sealed";
  return item.cast === null ? none : `${item.cast} of ${item.entitled}`;
}

function Mine({ item }: { item: ProposalItem }) {
  if (item.myPlace === "recused") return <Badge>Recused</Badge>;
  if (item.myChoice !== null) return <ChoiceMark choice={item.myChoice} />;
  return item.myPlace === "elector" ? <span className="text-ink-muted">not yet</span> : none;
}

function Closes({ item }: { item: ProposalItem }) {
  if (item.isInquorate) return <span className="font-medium text-rejected">no quorum possible</span>;
  if (item.deadlineAt === null) return none;
  return (
    <>
      <span className="md:hidden">closes </span>
      <ClosesAt at={item.deadlineAt} bare />
    </>
  );
}

const COLUMNS: Columns = {
  title: {
    key: "title",
    header: "Proposal",
    phone: "title",
    cell: (item) => (
      <>
        <span className="font-serif text-base leading-6 font-semibold">{item.title}</span>
        {item.standing === "provisional" ? <OutcomeBadge outcome="provisional" className="ml-2 align-middle" /> : null}
      </>
    ),
  },
  kind: { key: "kind", header: "Kind", from: "xl", width: "w-40", phone: "hidden", cell: kindWords },
  tier: {
    key: "tier",
    header: "Tier",
    width: "w-32",
    cell: (item) => (
      <>
        {item.model === null ? noTier : <TierBadge tier={item.model.tier} />}
        {item.effect === "advisory" ? <span className="ml-2 md:hidden">advice</span> : null}
      </>
    ),
  },
  voted: {
    key: "voted",
    header: "Voted",
    from: "lg",
    width: "w-20",
    phone: "hidden",
    cell: (item) => <Turnout item={item} />,
  },
  mine: { key: "mine", header: "My vote", width: "w-24", cell: (item) => <Mine item={item} /> },
  closes: { key: "closes", header: "Closes", align: "right", width: "w-40", cell: (item) => <Closes item={item} /> },
  outcome: {
    key: "outcome",
    header: "Outcome",
    width: "w-48",
    cell: (item) => <OutcomeCell item={item} />,
  },
  advice: {
    key: "advice",
    header: "The board’s advice",
    width: "w-44",
    cell: (item) => <OutcomeBadge outcome={item.state} word={adviceWord(item)} />,
  },
  by: { key: "by", header: "Proposed by", from: "lg", width: "w-40", cell: (item) => toShortName(item.proposer.name) },
};

function adviceWord(item: ProposalItem): string {
  return { passed: "For", rejected: "Against", no_quorum: "No quorum" }[item.state as string] ?? item.state;
}

const when = (header: string, at: (item: ProposalItem) => string | null): Column<ProposalItem> => ({
  key: "when",
  header,
  align: "right",
  width: "w-28",
  cell: (item) => {
    const moment = at(item);
    return moment === null ? none : <Instant at={moment} />;
  },
});

/** Where the outcome needs the room on the phone, the tier is its number. */
const tierBesideOutcome: Column<ProposalItem> = {
  ...COLUMNS.tier,
  cell: ({ model }) =>
    model === null ? (
      noTier
    ) : (
      <>
        <TierBadge tier={model.tier} className="max-md:hidden" />
        <TierBadge tier={model.tier} short className="md:hidden" />
      </>
    ),
};

const { title, kind, tier, voted, mine, closes, outcome, advice, by } = COLUMNS;
const GROUP_COLUMNS: Record<ProposalGroup, readonly Column<ProposalItem>[]> = {
  needs_my_vote: [title, kind, tier, voted, { ...mine, phone: "hidden" }, closes],
  open: [title, kind, tier, voted, mine, closes],
  awaiting_chair: [title, tier, advice, when("Closed", (item) => item.closedAt)],
  draft: [title, kind, tier, by, when("Drafted", (item) => item.createdAt)],
  decided: [
    title,
    kind,
    tierBesideOutcome,
    { ...voted, from: "xl" },
    outcome,
    when("Decided", (item) => item.closedAt ?? item.createdAt),
  ],
};

/** Rows of one group; on the phone the title, then what matters about it. */
export function ProposalTable({
  group,
  label = GROUP_LABELS[group],
  items,
  empty,
}: {
  group: ProposalGroup;
  label?: string;
  items: readonly ProposalItem[];
  empty?: ReactNode;
}) {
  return (
    <Table
      label={label}
      columns={GROUP_COLUMNS[group]}
      rows={items}
      rowKey={(item) => item.reference}
      rowHref={(item) => paths.proposals.detail(item.reference)}
      empty={empty}
    />
  );
}
