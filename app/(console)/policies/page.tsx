import type { Metadata } from "next";
import { POLICY_SCOPE_LABELS, POLICY_TYPE_LABELS } from "@/components/governance/policy-labels";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { ListKeys } from "@/components/ui/list-keys";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import { readFlag, readText, type SearchParams } from "@/lib/client/search-params";
import { listPolicies } from "@/lib/governance/policy/operations/list-policies";
import { PolicyScope, PolicyType } from "@/lib/governance/policy/schema";
import { createProposal } from "@/lib/governance/voting/operations/create-proposal";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { PolicyTable } from "./_components/policy-table";

export const metadata: Metadata = { title: "Policies" };

const PAGE_ITEMS = 50;

export default async function PoliciesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const given = await searchParams;
  const kept = readFilter(given);
  const cursor = readText(given, "cursor", 200);
  const wanted = { ...kept, cursor, limit: PAGE_ITEMS };
  const [actor, page] = await Promise.all([requireActor(), pageQuery(listPolicies, wanted)]);
  const isFiltered = Object.values(kept).some((value) => value !== undefined);
  const propose = mayInvoke(actor, createProposal) ? (
    <LinkButton tone="primary" href={paths.proposals.create({ kind: "policy_change" })}>
      Propose a policy
    </LinkButton>
  ) : undefined;
  return (
    <>
      <PageHeader
        title="Policies"
        state="What the board and the members have decided that holds, with every version there was"
        act={propose}
      />
      <FilterBar
        action={paths.policies.list()}
        clearHref={paths.policies.list()}
        search={{ name: "q", value: kept.q ?? "", label: "Find by name" }}
        filters={[
          {
            ...{ name: "type", label: "Type", value: kept.type ?? "" },
            options: PolicyType.options.map((value) => ({ value, label: POLICY_TYPE_LABELS[value] })),
          },
          {
            ...{ name: "scope", label: "Holds for", value: kept.scope ?? "" },
            options: PolicyScope.options.map((value) => ({ value, label: POLICY_SCOPE_LABELS[value] })),
          },
          {
            ...{ name: "retired", label: "Standing", value: kept.retired === true ? "true" : "", any: "Not retired" },
            options: [{ value: "true", label: "Retired" }],
          },
        ]}
      />
      <ListKeys>
        <PolicyTable
          items={page.items}
          empty={
            <EmptyState title={isFiltered ? "No policy matches" : "No policy yet"} action={isFiltered ? null : propose}>
              {isFiltered
                ? "Clear the filters to see all that are not retired."
                : "A policy says in words and in rules what agents may do. The board adopts it by a vote of all its members."}
            </EmptyState>
          }
        />
      </ListKeys>
      <Pagination
        what={page.items.length === 1 ? "policy" : "policies"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.policies.list(kept)}
        nextHref={page.nextCursor === null ? null : paths.policies.list({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}

/** What the address says; what makes no sense there is left out. */
function readFilter(given: SearchParams) {
  return {
    type: PolicyType.safeParse(given.type).data,
    scope: PolicyScope.safeParse(given.scope).data,
    retired: readFlag(given, "retired"),
    q: readText(given, "q", 200),
  };
}
