import type { Metadata } from "next";
import { ACCESS_LABELS } from "@/components/governance/access-words";
import { ROLE_LABELS, TRUST_LABELS } from "@/components/governance/labels";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { LinkButton } from "@/components/ui/link-button";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { invitePerson } from "@/lib/governance/identity/operations/invite-person";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { AccessState, RoleFilter, TrustFilter } from "@/lib/governance/identity/schema";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { PeopleTable } from "./_components/people-table";

export const metadata: Metadata = { title: "People" };

export default async function PeoplePage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const filter = readFilter(await searchParams);
  const { cursor, ...kept } = filter;
  const page = await pageQuery(listPeople, filter);
  const isFiltered = Object.values(kept).some((value) => value !== undefined);
  const mayInvite = mayInvoke(actor, invitePerson);
  return (
    <>
      <PageHeader
        title="People"
        state="Who is here, what they may do, and where their access stands"
        act={
          mayInvite ? (
            <LinkButton tone="primary" href={paths.people.invite()}>
              Invite a person
            </LinkButton>
          ) : undefined
        }
      />
      <FilterBar
        action={paths.people.list()}
        clearHref={paths.people.list()}
        search={{ name: "q", value: kept.q ?? "", label: "Search people", placeholder: "Name or e-mail" }}
        filters={[
          { name: "role", label: "Role", value: kept.role ?? "", options: toOptions(RoleFilter.options, ROLE_LABELS) },
          {
            name: "access",
            label: "Access",
            value: kept.access ?? "",
            options: toOptions(AccessState.options, ACCESS_LABELS),
          },
          {
            name: "trust",
            label: "Trust",
            value: kept.trustLevel ?? "",
            options: toOptions(TrustFilter.options, TRUST_LABELS),
          },
        ]}
      />
      <PeopleTable
        people={page.items}
        ownId={actor.userId}
        empty={
          <EmptyState title={isFiltered ? "Nobody matches" : "Nobody is here yet"}>
            {isFiltered ? "Clear the filters to see everybody." : "Invite the first person."}
          </EmptyState>
        }
      />
      {page.items.length === 0 ? null : (
        <Pagination
          what={page.items.length === 1 ? "person" : "people"}
          shown={page.items.length}
          firstHref={cursor === undefined ? null : paths.people.list(toQuery(kept))}
          nextHref={page.nextCursor === null ? null : paths.people.list({ ...toQuery(kept), cursor: page.nextCursor })}
        />
      )}
    </>
  );
}

/** What the address says; what makes no sense there is left out. */
function readFilter(given: SearchParams) {
  return {
    q: readText(given, "q", 200),
    role: RoleFilter.safeParse(given.role).data,
    access: AccessState.safeParse(given.access).data,
    trustLevel: TrustFilter.safeParse(given.trust).data,
    cursor: readText(given, "cursor", 600),
  };
}

function toQuery({ trustLevel, ...rest }: Omit<ReturnType<typeof readFilter>, "cursor">) {
  return { ...rest, trust: trustLevel };
}

function toOptions<Code extends string>(codes: readonly Code[], labels: Readonly<Record<Code, string>>) {
  return codes.map((code) => ({ value: code, label: labels[code] }));
}
