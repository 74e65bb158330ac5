import type { Metadata } from "next";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { readAgreement } from "@/lib/governance/advisory/operations/read-agreement";
import { castBallot } from "@/lib/governance/voting/operations/cast-ballot";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { decideAsChair } from "@/lib/governance/voting/operations/decide-as-chair";
import { listProposals } from "@/lib/governance/voting/operations/list-proposals";
import { listProposers } from "@/lib/governance/voting/operations/list-proposers";
import { readMetrics } from "@/lib/governance/voting/operations/read-metrics";
import type { ProposalGroup } from "@/lib/governance/voting/request";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { DeskLinks } from "./_components/desk-links";
import { HeadLine } from "./_components/head-line";
import {
  GROUP_ITEMS,
  GROUP_LABELS,
  isNotAbove,
  type ListFilter,
  readFilter,
  toParts,
  toQuery,
} from "./_components/list-filter";
import { NothingFound } from "./_components/nothing";
import { Overview } from "./_components/overview";
import { ProposalFilters } from "./_components/proposal-filters";
import { ProposalKeys } from "./_components/proposal-keys";
import { ProposalTable } from "./_components/proposal-table";

export const metadata: Metadata = { title: "Votes" };

const PAGE_ITEMS = 50;
export default async function ProposalsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
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
        more={
          <>
            {mayInvoke(actor, decideAsChair) ? (
              <LinkButton href={paths.proposals.decide()}>Decide as chair…</LinkButton>
            ) : null}
            <DeskLinks />
          </>
        }
        act={canPropose ? <LinkButton href={paths.proposals.create()}>Propose a decision</LinkButton> : undefined}
      />
      <ProposalFilters filter={filter} canVote={canVote} proposers={(await pageQuery(listProposers, {})).items} />
      <ProposalKeys>
        {filter.group === undefined ? (
          <AllGroups filter={filter} canVote={canVote} canPropose={canPropose} />
        ) : (
          <OneGroup filter={{ ...filter, group: filter.group }} />
        )}
      </ProposalKeys>
    </>
  );
}

async function AllGroups({
  filter,
  canVote,
  canPropose,
}: {
  filter: ListFilter;
  canVote: boolean;
  canPropose: boolean;
}) {
  const parts = toParts(filter, canVote);
  const [metrics, agreement, ...lists] = await Promise.all([
    pageQuery(readMetrics, {}),
    pageQuery(readAgreement, {}),
    ...parts.map((part) => pageQuery(listProposals, { ...part.filter, limit: GROUP_ITEMS[part.group] })),
  ]);
  const filled = parts.map((part, index) => ({
    ...part,
    items: (lists[index]?.items ?? []).filter(isNotAbove(part.group, canVote)),
    hasMore: lists[index]?.nextCursor != null,
  }));
  return <Overview parts={filled} metrics={metrics} agreement={agreement} filter={filter} canPropose={canPropose} />;
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
        firstHref={cursor === undefined ? null : paths.proposals.list(toQuery(kept))}
        nextHref={page.nextCursor === null ? null : paths.proposals.list({ ...toQuery(kept), cursor: page.nextCursor })}
      />
    </>
  );
}
