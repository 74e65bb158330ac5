import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { buttonStyle } from "@/components/ui/button-style";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import type { SearchParams } from "@/lib/client/search-params";
import { joinList } from "@/lib/format/words";
import { listEntries } from "@/lib/governance/audit/operations/list-entries";
import { prepareExport } from "@/lib/governance/audit/operations/prepare-export";
import { readOverview } from "@/lib/governance/audit/operations/read-overview";
import { parseEntryNumber } from "@/lib/governance/audit/schema";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { DateFilter } from "./_components/date-filter";
import { EntryTable } from "./_components/entry-table";
import { OUTCOME_OPTIONS, readFilter, toActionOptions, toActorOptions } from "./_components/log-filter";
import { LogStrip } from "./_components/log-strip";
import { VerifyHelp } from "./_components/verify-help";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { filter, leftOut } = readFilter(await searchParams);
  const typed = /^ar-/iu.test(filter.subject ?? "") ? parseEntryNumber(filter.subject ?? "") : null;
  if (typed !== null) redirect(paths.audit.entry(typed));
  const [actor, overview, page] = await Promise.all([
    requireActor(),
    pageQuery(readOverview, {}),
    pageQuery(listEntries, filter),
  ]);
  const { cursor, ...kept } = filter;
  const mayExport = mayInvoke(actor, prepareExport);
  const mayIncludePersonal = mayInvoke(actor, { permission: "audit.read_personal", effect: "read" });
  return (
    <>
      <PageHeader
        title="Audit"
        state="Who did what, when, with which outcome. Nothing here can be changed or taken out."
        more={<LinkButton href={paths.audit.check()}>Check a receipt</LinkButton>}
        act={
          mayExport ? (
            <a href={paths.audit.export()} download className={buttonStyle({ tone: "primary" })}>
              Download the export
            </a>
          ) : undefined
        }
      />
      <LogStrip overview={overview} />
      {mayExport ? <VerifyHelp publicKey={overview.latest.publicKey} mayIncludePersonal={mayIncludePersonal} /> : null}
      <FilterBar
        action={paths.audit.list()}
        clearHref={paths.audit.list()}
        filtered={kept.from !== undefined || kept.to !== undefined}
        search={{
          name: "subject",
          value: kept.subject ?? "",
          label: "Find by reference",
          placeholder: "PRP-7K3M9Q2A or AR-00042",
        }}
        filters={[
          { name: "action", label: "Act", value: kept.action ?? "", options: toActionOptions(overview.actions) },
          { name: "actor", label: "Who", value: kept.actor ?? "", options: toActorOptions(overview.actors) },
          { name: "outcome", label: "Outcome", value: kept.outcome ?? "", options: OUTCOME_OPTIONS },
        ]}
      >
        <DateFilter name="from" label="From" value={kept.from ?? ""} />
        <DateFilter name="to" label="To" value={kept.to ?? ""} />
      </FilterBar>
      {leftOut.length === 0 ? null : (
        <p role="status" className="mb-4 text-sm text-ink-muted">
          Left out, because it makes no sense as a filter: {joinList(leftOut.map((name) => `“${name}”`))}.
        </p>
      )}
      <EntryTable
        entries={page.items}
        empty={
          <EmptyState title="No entry fits">
            Clear the filters to see the whole log. Days are those of the organisation’s time zone.
          </EmptyState>
        }
      />
      <Pagination
        what={page.items.length === 1 ? "entry" : "entries"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.audit.list(kept)}
        nextHref={page.nextCursor === null ? null : paths.audit.list({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}
