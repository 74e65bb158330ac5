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
import { assignOwner } from "@/lib/governance/registry/operations/assign-owner";
import { exportModels } from "@/lib/governance/registry/operations/export-models";
import { listModels } from "@/lib/governance/registry/operations/list-models";
import { listUnits } from "@/lib/governance/registry/operations/list-units";
import { readRegistrySummary } from "@/lib/governance/registry/operations/read-registry-summary";
import { registerModel } from "@/lib/governance/registry/operations/register-model";
import { uploadImport } from "@/lib/governance/registry/operations/upload-import";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { AssignByUnit } from "./_components/assign-by-unit";
import { backToTheFirst } from "./_components/back-to-the-first";
import { EmptyRegistry } from "./_components/empty-registry";
import { ExportLinks } from "./_components/export-links";
import { fitUnit, readFilter, toFilters } from "./_components/list-filter";
import { ModelTable } from "./_components/model-table";
import { OwnerSelection } from "./_components/owner-selection";
import { RegistryLine } from "./_components/registry-line";

export const metadata: Metadata = { title: "Models" };

export default async function ModelsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const [summary, { items: units }] = await Promise.all([
    pageQuery(readRegistrySummary, {}),
    pageQuery(listUnits, { limit: 1_000 }),
  ]);
  const mayImport = mayInvoke(actor, uploadImport);
  const mayRegister = mayInvoke(actor, registerModel);
  if (summary.total === 0) return <EmptyRegistry mayImport={mayImport} mayRegister={mayRegister} />;
  const filter = fitUnit(readFilter(await searchParams), units);
  const { cursor, sort, ...narrowing } = filter;
  const page = await pageQuery(listModels, filter).catch(backToTheFirst(filter));
  const isFiltered = Object.values(narrowing).some((value) => value !== undefined);
  const kept = { ...narrowing, sort };
  const mayAssign = mayInvoke(actor, assignOwner);
  return (
    <>
      <PageHeader
        title="Models"
        state={<RegistryLine summary={summary} />}
        more={
          <>
            {mayInvoke(actor, exportModels) ? <ExportLinks /> : null}
            {mayAssign ? <AssignByUnit units={units} chosen={narrowing} /> : null}
            {mayImport ? <LinkButton href={paths.models.import()}>Import</LinkButton> : null}
          </>
        }
        act={
          mayRegister ? (
            <LinkButton tone="primary" href={paths.models.register()}>
              Register a model
            </LinkButton>
          ) : undefined
        }
      />
      <FilterBar
        action={paths.models.list()}
        clearHref={paths.models.list()}
        search={{ name: "q", value: filter.q ?? "", label: "Search models", placeholder: "Name, text or MDL-…" }}
        filters={toFilters(filter, units)}
        hidden={filter.tag === undefined ? {} : { tag: filter.tag }}
      />
      <OwnerSelection shown={page.items.length}>
        <ListKeys>
          <ModelTable
            models={page.items}
            sort={sort ?? "newest"}
            kept={narrowing}
            isSelectable={mayAssign}
            empty={
              <EmptyState title={isFiltered ? "No model matches" : "The list ends here"}>
                {isFiltered ? "Clear a filter, or search for fewer words." : "Go back to the first page."}
              </EmptyState>
            }
          />
        </ListKeys>
      </OwnerSelection>
      <Pagination
        what={page.items.length === 1 ? "model" : "models"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.models.list(kept)}
        nextHref={page.nextCursor === null ? null : paths.models.list({ ...kept, cursor: page.nextCursor })}
      />
      <LiveRefresh areas={["registry"]} />
    </>
  );
}
