import type { Metadata } from "next";
import { EmptyState } from "@/components/ui/empty-state";
import { FilterBar } from "@/components/ui/filter-bar";
import { PageHeader } from "@/components/ui/page-header";
import { Pagination } from "@/components/ui/pagination";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { readFlag, type SearchParams } from "@/lib/client/search-params";
import { listMail } from "@/lib/governance/notifications/operations/list-mail";
import { listNotifications } from "@/lib/governance/notifications/operations/list-notifications";
import { NotificationId } from "@/lib/governance/notifications/schema";
import { mayInvoke } from "@/lib/server/may";
import { pageQuery, requireActor } from "@/lib/server/page-query";
import { FailedMail } from "./_components/failed-mail";
import { NotificationList } from "./_components/notification-list";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const actor = await requireActor();
  const given = await searchParams;
  const isUnread = readFlag(given, "isUnread");
  const cursor = NotificationId.safeParse(given.cursor).data;
  const page = await pageQuery(listNotifications, { isUnread, cursor });
  const mail = mayInvoke(actor, listMail) ? await loadTroubledMail() : [];
  return (
    <>
      <PageHeader title="Notifications" state="What you were told, newest first" />
      <FilterBar
        action={paths.notifications()}
        clearHref={paths.notifications()}
        filters={[
          {
            name: "isUnread",
            label: "Read",
            value: isUnread === true ? "true" : "",
            any: "Read and unread",
            options: [{ value: "true", label: "Unread" }],
          },
        ]}
      />
      {page.items.length === 0 ? (
        <EmptyState title={isUnread === true ? "Everything is read" : "Nothing yet"}>
          Votes, results and assignments that concern you appear here.
        </EmptyState>
      ) : (
        <NotificationList items={page.items} />
      )}
      <Pagination
        what={page.items.length === 1 ? "notification" : "notifications"}
        shown={page.items.length}
        firstHref={cursor === undefined ? null : paths.notifications({ isUnread })}
        nextHref={page.nextCursor === null ? null : paths.notifications({ isUnread, cursor: page.nextCursor })}
      />
      {mail.length === 0 ? null : (
        <Section title="Mail that did not go out" note="For admins: the people concerned see it in the page">
          <FailedMail items={mail} />
        </Section>
      )}
    </>
  );
}

async function loadTroubledMail() {
  const [failed, retrying] = await Promise.all([
    pageQuery(listMail, { state: "failed", limit: 20 }),
    pageQuery(listMail, { state: "retrying", limit: 20 }),
  ]);
  return [...failed.items, ...retrying.items];
}
