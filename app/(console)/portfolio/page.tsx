import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { plural } from "@/lib/format/words";
import { createVenture } from "@/lib/governance/portfolio/operations/create-venture";
import { listComponents } from "@/lib/governance/portfolio/operations/list-components";
import { readTree } from "@/lib/governance/portfolio/operations/read-tree";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { ComponentsPart } from "./_components/components-part";
import { PortfolioBranch, sumWords } from "./_components/portfolio-branch";
import { PortfolioDialog } from "./_components/portfolio-dialog";
import { filterTree, readTreeFilter, toTreeFilters } from "./_components/tree-filter";

export const metadata: Metadata = { title: "Portfolio" };

/** More ventures than fit on a few screens: branches begin closed. */
const MOST_OPEN = 60;
const SHOWN_COMPONENTS = 8;

/** The ecosystem: portfolios, and in them ventures (PRT-131, PRT-138). */
export default async function PortfolioPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const filter = readTreeFilter(await searchParams);
  const [actor, { ecosystem, portfolios }, components] = await Promise.all([
    requireActor(),
    pageQuery(readTree, {}),
    pageQuery(listComponents, { status: ["active", "paused"], limit: SHOWN_COMPONENTS }),
  ]);
  const mayManage = mayInvoke(actor, createVenture);
  const shown = filterTree(portfolios, filter);
  const ventures = shown.reduce((sum, { members }) => sum + members.length, 0);
  const isNone = portfolios.length === 0;
  return (
    <>
      <PageHeader
        title="Portfolio"
        state={`${ecosystem.name}: ${plural(ecosystem.portfolios, "portfolio")}, ${sumWords(ecosystem)}`}
        more={mayManage && !isNone ? <PortfolioDialog portfolio={null} /> : undefined}
        act={
          mayManage && !isNone ? (
            <LinkButton tone="primary" href={paths.ventures.create()}>
              Create a venture
            </LinkButton>
          ) : undefined
        }
      />
      {isNone ? (
        <EmptyState
          title="No portfolio yet"
          action={mayManage ? <PortfolioDialog portfolio={null} tone="primary" /> : undefined}
        >
          A portfolio holds ventures that belong together. Stages and allocations weigh in the severity of escalations,
          and each venture and portfolio has its own budget of attention.
        </EmptyState>
      ) : (
        <FilterBar
          action={paths.portfolio.tree()}
          clearHref={paths.portfolio.tree()}
          search={{
            name: "q",
            value: filter.q ?? "",
            label: "Search the tree",
            placeholder: "Portfolio, venture, lead",
          }}
          filters={toTreeFilters(filter)}
        />
      )}
      {shown.map((portfolio) => (
        <PortfolioBranch key={portfolio.reference} portfolio={portfolio} isOpen={ventures <= MOST_OPEN} />
      ))}
      {!isNone && shown.length === 0 ? (
        <EmptyState title="Nothing in the tree matches">Clear the filter, or search for fewer words.</EmptyState>
      ) : null}
      <ComponentsPart components={components.items} hasMore={components.nextCursor !== null} />
      <LiveRefresh areas={["portfolio", "voting"]} />
    </>
  );
}
