import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { LiveRefresh } from "@/lib/client/live";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { listComponents } from "@/lib/governance/portfolio/operations/list-components";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { ComponentTable } from "./_components/component-table";
import { readFilter, toFilters, toQuery } from "./_components/list-filter";

export const metadata: Metadata = { title: "Components" };

export default async function ComponentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = readFilter(await searchParams);
  const { cursor, ...narrowing } = filter;
  const page = await pageQuery(listComponents, filter);
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined);
  const register = mayInvoke(actor, createProposal) ? (
    <LinkButton href={paths.proposals.create({ kind: "overlay_registration" })}>Propose to register one</LinkButton>
  ) : undefined;
  const isNone = page.items.length === 0 && !isFiltered && cursor === undefined;
  return (
    <>
      <PageHeader
        title="Components"
        state="What acts for the organisation on top of its models. All members decide what is registered, changed or stopped."
        act={isNone ? undefined : register}
      />
      {isNone ? (
        <EmptyState title="No component is registered yet" action={register}>
          A component is named with what it can do and what can go wrong with it. When the members agree, it begins in
          the sandbox.
        </EmptyState>
      ) : (
        <>
          <FilterBar
            action={paths.components.list()}
            clearHref={paths.components.list()}
            search={{
              name: "q",
              value: filter.q ?? "",
              label: "Search components",
              placeholder: "Name, capability, risk",
            }}
            filters={toFilters(filter)}
          />
          <ListKeys>
            <ComponentTable
              components={page.items}
              empty={<EmptyState title="No component matches">Clear a filter, or search for fewer words.</EmptyState>}
            />
          </ListKeys>
          <Pagination
            what={page.items.length === 1 ? "component" : "components"}
            shown={page.items.length}
            firstHref={
              cursor === undefined ? null : paths.components.list(toQuery({ ...narrowing, cursor: undefined }))
            }
            nextHref={
              page.nextCursor === null
                ? null
                : paths.components.list(toQuery({ ...narrowing, cursor: page.nextCursor }))
            }
          />
        </>
      )}
      <LiveRefresh areas={["voting"]} />
    </>
  );
}
