import type { Metadata } from "next";
import { Suspense } from "react";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Skeleton } from "@/components/ui/skeleton";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { acknowledgeEscalation } from "@/lib/governance/escalations/operations/acknowledge-escalation";
import { createSilence } from "@/lib/governance/escalations/operations/create-silence";
import { listEscalations } from "@/lib/governance/escalations/operations/list-escalations";
import { raiseEscalation } from "@/lib/governance/escalations/operations/raise-escalation";
import { readSummary } from "@/lib/governance/escalations/operations/read-summary";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { listPortfolios } from "@/lib/governance/portfolio/operations/list-portfolios";
import { listVentures } from "@/lib/governance/portfolio/operations/list-ventures";
import { decideAsChair } from "@/lib/governance/voting/operations/decide-as-chair";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { toScopeOptions } from "./_components/load-scopes";
import { NothingWaits } from "./_components/nothing-waits";
import { toPersonOption } from "./_components/people-options";
import { QueueDesk } from "./_components/queue-desk";
import { isNarrowed, readAddress, toFilter, toQuery } from "./_components/queue-filter";
import { QueueFilters } from "./_components/queue-filters";
import { QueueState } from "./_components/queue-state";
import { QueueViews } from "./_components/queue-views";

export const metadata: Metadata = { title: "Escalations" };

/** A morning's hundred fit on one page. */
const PAGE_ITEMS = 100;
const MOST = 200;

export default async function EscalationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, search] = await Promise.all([requireActor(), searchParams]);
  const address = readAddress(search);
  const { sort, cursor } = address;
  const [page, portfolios, ventures, people] = await Promise.all([
    pageQuery(listEscalations, { ...toFilter(address), sort, cursor, limit: PAGE_ITEMS }),
    pageQuery(listPortfolios, { limit: MOST }),
    pageQuery(listVentures, { limit: MOST }),
    pageQuery(listPeople, { access: "active", limit: MOST }),
  ]);
  const rights = {
    mayAnswer: mayInvoke(actor, acknowledgeEscalation),
    mayTriage: mayInvoke(actor, createSilence),
    mayDecide: mayInvoke(actor, decideAsChair),
  };
  return (
    <>
      <AttentionTabs />
      <PageHeader
        title="Attention"
        state={
          <Suspense fallback={<Skeleton className="h-5 w-80 max-w-full" />}>
            <QueueState summary={pageQuery(readSummary, {})} />
          </Suspense>
        }
        act={
          mayInvoke(actor, raiseEscalation) ? (
            <LinkButton tone="primary" href={paths.escalations.create()}>
              Raise an escalation
            </LinkButton>
          ) : undefined
        }
      />
      <QueueViews address={address} />
      {page.items.length === 0 && cursor === undefined && !isNarrowed(address) ? null : (
        <QueueFilters address={address} scopes={toScopeOptions(portfolios.items, ventures.items, address.scope)} />
      )}
      <QueueDesk
        key={address.view}
        items={page.items}
        view={address.view}
        people={people.items.map(toPersonOption)}
        rights={rights}
        empty={<NothingWaits address={address} />}
      />
      <Pagination
        what={page.items.length === 1 ? "escalation" : "escalations"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.escalations.list(toQuery({ ...address, cursor: undefined }))}
        nextHref={
          page.nextCursor === null ? null : paths.escalations.list(toQuery({ ...address, cursor: page.nextCursor }))
        }
      />
    </>
  );
}
