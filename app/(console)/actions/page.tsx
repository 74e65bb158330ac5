import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { paths } from "@/lib/client/paths";
import { readFlag, type SearchParams } from "@/lib/client/search-params";
import { listActions } from "@/lib/governance/meetings/operations/list-actions";
import { ActionCursor, ActionStatus } from "@/lib/governance/meetings/schema";
import { pageQuery } from "@/lib/server/page-query";
import { ActionTable } from "./_components/action-table";
import { ACTION_STATUS_LABELS } from "./_components/words";

export const metadata: Metadata = { title: "Follow-ups" };

const PAGE_ITEMS = 50;

export default async function ActionsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { isMine, isOverdue, status, cursor } = readFilter(await searchParams);
  const wanted: ActionStatus[] = status === undefined ? ["open", "in_progress"] : [status];
  const page = await pageQuery(listActions, { isMine, isOverdue, status: wanted, cursor, limit: PAGE_ITEMS });
  const kept = { isMine, isOverdue, status };
  const isFiltered = Object.values(kept).some((value) => value !== undefined);
  return (
    <>
      <PageHeader title="Follow-ups" state="What decisions asked for, of whom, and by when; soonest due first" />
      <FilterBar
        action={paths.actions()}
        clearHref={paths.actions()}
        filters={[
          {
            name: "isMine",
            label: "Assigned to",
            value: isMine === true ? "true" : "",
            any: "Assigned to anybody",
            options: [{ value: "true", label: "Assigned to me" }],
          },
          {
            name: "status",
            label: "Status",
            value: status ?? "",
            any: "Unfinished",
            options: ActionStatus.options.map((value) => ({ value, label: ACTION_STATUS_LABELS[value] })),
          },
          {
            name: "isOverdue",
            label: "Due",
            value: isOverdue === true ? "true" : "",
            any: "Due at any time",
            options: [{ value: "true", label: "Overdue" }],
          },
        ]}
      />
      <ActionTable
        items={page.items}
        empty={
          <EmptyState title={isFiltered ? "No follow-up matches" : "Nothing is left to do"}>
            {isFiltered
              ? "Clear the filters to see all that is unfinished."
              : "Conditions of approvals and deferred decisions appear here, with the person who owes them."}
          </EmptyState>
        }
      />
      <Pagination
        what={page.items.length === 1 ? "follow-up" : "follow-ups"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.actions(kept)}
        nextHref={page.nextCursor === null ? null : paths.actions({ ...kept, cursor: page.nextCursor })}
      />
    </>
  );
}

/** What the address says; what makes no sense there is left out. */
function readFilter(given: SearchParams) {
  return {
    isMine: readFlag(given, "isMine"),
    isOverdue: readFlag(given, "isOverdue"),
    status: ActionStatus.safeParse(given.status).data,
    cursor: ActionCursor.safeParse(given.cursor).data,
  };
}
