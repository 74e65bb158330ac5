import type { Metadata } from "next";
import { AttentionTabs } from "@/components/governance/attention-tabs";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { createSilence } from "@/lib/governance/escalations/operations/create-silence";
import { listSilences } from "@/lib/governance/escalations/operations/list-silences";
import { listPortfolios } from "@/lib/governance/portfolio/operations/list-portfolios";
import { listVentures } from "@/lib/governance/portfolio/operations/list-ventures";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { toScopeOptions } from "../_components/load-scopes";
import { toModelOption } from "../_components/people-options";
import { NewSilence } from "./_components/new-silence";
import { readSilenceAddress, type SilenceState, toActive } from "./_components/silence-address";
import { SilenceTable } from "./_components/silence-table";

export const metadata: Metadata = { title: "Silences" };

const PAGE_ITEMS = 50;
const MOST = 200;

export default async function SilencesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const [actor, given] = await Promise.all([requireActor(), searchParams]);
  const { state, cursor } = readSilenceAddress(given);
  const [page, portfolios, ventures, models] = await Promise.all([
    pageQuery(listSilences, { ...toActive(state), cursor, limit: PAGE_ITEMS }),
    pageQuery(listPortfolios, { limit: MOST }),
    pageQuery(listVentures, { limit: MOST }),
    pageQuery(listModels, { limit: MOST }),
  ]);
  const mayTriage = mayInvoke(actor, createSilence);
  const scopes = toScopeOptions(portfolios.items, ventures.items);
  const modelOptions = models.items.map(toModelOption);
  const names = new Map([...scopes, ...modelOptions].map(({ value, label }) => [value, label]));
  const kept = state === "active" ? {} : { state };
  return (
    <>
      <AttentionTabs />
      <PageHeader
        title="Silences"
        state="What is held on purpose for a time. Nothing is lost: it stays in sight under Held, and comes back at the end."
        act={mayTriage ? <NewSilence scopes={scopes} models={modelOptions} /> : undefined}
      />
      <FilterBar
        action={paths.escalations.silences()}
        clearHref={paths.escalations.silences()}
        filters={[
          {
            ...{ name: "state", label: "State", value: state === "active" ? "" : state, any: "Holding now" },
            options: [
              { value: "over", label: "Over" },
              { value: "all", label: "All there ever were" },
            ],
          },
        ]}
      />
      <SilenceTable
        items={page.items}
        names={names}
        mayTriage={mayTriage}
        empty={<Nothing state={state} mayTriage={mayTriage} />}
      />
      <Pagination
        what={page.items.length === 1 ? "silence" : "silences"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.escalations.silences(kept)}
        nextHref={page.nextCursor === null ? null : paths.escalations.silences({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}

function Nothing({ state, mayTriage }: { state: SilenceState; mayTriage: boolean }) {
  if (state !== "active")
    return <EmptyState title="No silence is over yet">Those that end stay listed here.</EmptyState>;
  return (
    <EmptyState title="Nothing is silenced">
      {mayTriage
        ? "When a source is known to be noisy for a while, hold what it raises until a day that you name. In the queue, m does it for the row you are at."
        : "The chair may hold what a noisy source raises until a day that is named."}
    </EmptyState>
  );
}
