import type { Metadata } from "next";
import { GRANT_KIND_LABELS, GRANT_STATE_LABELS } from "@/components/governance/policy-labels";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { listGrants } from "@/lib/governance/policy/operations/list-grants";
import { GrantFilter, GrantKind } from "@/lib/governance/policy/schema";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { GrantTable } from "./_components/grant-table";

export const metadata: Metadata = { title: "Acceptances and exceptions" };

const PAGE_ITEMS = 50;
const STATE_WORDS = { ...GRANT_STATE_LABELS, ending: "Ending within 30 days" };

export default async function GrantsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const kept = readFilter(given);
  const { state = "in_force", ...rest } = kept;
  const cursor = readText(given, "cursor", 200);
  const wanted = { ...rest, ...(state === "all" ? {} : { state }), limit: PAGE_ITEMS };
  const [actor, page] = await Promise.all([requireActor(), pageQuery(listGrants, { ...wanted, cursor })]);
  const isFiltered = Object.values(kept).some((value) => value !== undefined);
  return (
    <>
      <PageHeader
        title="Acceptances and exceptions"
        state="What the board lets stand for a time; on its last day each comes back to the board"
        more={
          mayInvoke(actor, createProposal) ? (
            <>
              <LinkButton href={paths.proposals.create({ kind: "risk_acceptance" })}>Ask to accept a risk</LinkButton>
              <LinkButton href={paths.proposals.create({ kind: "exception_grant" })}>Ask for an exception</LinkButton>
            </>
          ) : undefined
        }
      />
      <FilterBar
        action={paths.grants.list()}
        clearHref={paths.grants.list()}
        search={{ name: "q", value: kept.q ?? "", label: "Find by model, unit or words" }}
        hidden={kept.policy === undefined ? {} : { policy: kept.policy }}
        filters={[
          {
            ...{ name: "kind", label: "Kind", value: kept.kind ?? "", any: "Both kinds" },
            options: GrantKind.options.map((value) => ({ value, label: GRANT_KIND_LABELS[value] })),
          },
          {
            ...{ name: "state", label: "Standing", value: kept.state ?? "", any: "In force" },
            options: [
              ...GrantFilter.exclude(["in_force"]).options.map((value) => ({ value, label: STATE_WORDS[value] })),
              { value: "all", label: "All there ever were" },
            ],
          },
        ]}
      />
      <ListKeys>
        <GrantTable
          items={page.items}
          empty={
            <EmptyState title={isFiltered ? "None matches" : "Nothing is let stand now"}>
              {isFiltered
                ? "Clear the filters to see all that is in force."
                : "When the board accepts a risk or grants an exception, it appears here until its last day."}
            </EmptyState>
          }
        />
      </ListKeys>
      <Pagination
        what="acceptances and exceptions"
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.grants.list(kept)}
        nextHref={page.nextCursor === null ? null : paths.grants.list({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}

/** What the address says; what makes no sense there is left out. */
function readFilter(given: SearchParams) {
  return {
    kind: GrantKind.safeParse(given.kind).data,
    state: given.state === "all" ? ("all" as const) : GrantFilter.safeParse(given.state).data,
    policy: readText(given, "policy", 40),
    q: readText(given, "q", 200),
  };
}
