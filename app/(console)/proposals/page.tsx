import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import { castBallot } from "@/lib/governance/voting/operations/cast-ballot";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { readMetrics } from "@/lib/governance/voting/operations/read-metrics";
import type { ProposalGroup } from "@/lib/governance/voting/request";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { GroupSection } from "./_components/group-section";
import { HeadLine } from "./_components/head-line";
import { GROUP_LABELS, GROUPS, isNarrowed, type ListFilter, readFilter, type Search } from "./_components/list-filter";
import { NothingFound, NothingYet } from "./_components/nothing";
import { ProposalFilters } from "./_components/proposal-filters";
import { ProposalKeys } from "./_components/proposal-keys";
import { ProposalTable } from "./_components/proposal-table";
import { VotingFigures } from "./_components/voting-figures";

export const metadata: Metadata = { title: "Votes" };

const PAGE_ITEMS = 50;
/** Of each group on the overview; the rest is a link away. */
const GROUP_ITEMS: Record<ProposalGroup, number> = {
  needs_my_vote: 25,
  open: 50,
  awaiting_chair: 10,
  draft: 10,
  decided: 15,
};

export default async function ProposalsPage({ searchParams }: { searchParams: Promise<Search> }) {
  const [actor, search] = await Promise.all([requireActor(), searchParams]);
  const filter = readFilter(search);
  const canVote = mayInvoke(actor, castBallot);
  const canPropose = mayInvoke(actor, createProposal);
  return (
    <>
      <PageHeader
        title={filter.group === undefined ? "Votes" : GROUP_LABELS[filter.group]}
        state={
          <HeadLine mine={canVote ? await pageQuery(listProposals, { group: "needs_my_vote", limit: 200 }) : null} />
        }
        act={canPropose ? <LinkButton href={paths.proposals.create()}>Propose a decision</LinkButton> : undefined}
      />
      <ProposalFilters filter={filter} canVote={canVote} />
      <ProposalKeys>
        {filter.group === undefined ? (
          <Overview filter={filter} canVote={canVote} canPropose={canPropose} />
        ) : (
          <OneGroup filter={{ ...filter, group: filter.group }} />
        )}
      </ProposalKeys>
    </>
  );
}

async function Overview({
  filter,
  canVote,
  canPropose,
}: {
  filter: ListFilter;
  canVote: boolean;
  canPropose: boolean;
}) {
  const shown = GROUPS.filter((group) => canVote || group !== "needs_my_vote");
  const [metrics, ...lists] = await Promise.all([
    pageQuery(readMetrics, {}),
    ...shown.map((group) =>
      pageQuery(listProposals, { ...filter, cursor: undefined, group, limit: GROUP_ITEMS[group] }),
    ),
  ]);
  const groups = shown.map((group, index) => {
    const items = lists[index]?.items ?? [];
    return { group, items: items.filter(isNotAbove(group, canVote)), hasMore: lists[index]?.nextCursor != null };
  });
  const narrowed = isNarrowed(filter);
  if (groups.every(({ items }) => items.length === 0)) {
    if (narrowed) return <NothingFound />;
    if (metrics.total === 0) return <NothingYet canPropose={canPropose} />;
  }
  return (
    <>
      {groups.map((each, index) => (
        <GroupSection key={each.group} {...each} filter={filter} isFirst={index === 0} isNarrowed={narrowed} />
      ))}
      {narrowed || metrics.total === 0 ? null : <VotingFigures metrics={metrics} />}
    </>
  );
}

/** What needs this person, or waits for the chair, has its own group further up. */
function isNotAbove(group: ProposalGroup, canVote: boolean) {
  return (item: ProposalItem) =>
    !(group === "open" && canVote && item.needsMyVote) && !(group === "decided" && item.isAwaitingChair);
}

async function OneGroup({ filter }: { filter: ListFilter & { group: ProposalGroup } }) {
  const page = await pageQuery(listProposals, { ...filter, limit: PAGE_ITEMS });
  const { cursor, ...kept } = filter;
  return (
    <>
      <ProposalTable group={filter.group} items={page.items} empty={<NothingFound group={filter.group} />} />
      <Pagination
        what={page.items.length === 1 ? "proposal" : "proposals"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.proposals.list(kept)}
        nextHref={page.nextCursor === null ? null : paths.proposals.list({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}
