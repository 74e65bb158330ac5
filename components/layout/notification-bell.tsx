"use client";
import { Bell } from "lucide-react";
import Link from "next/link";
import { useTransition } from "react";
import { cn } from "@/components/ui/class-names";
import { Instant } from "@/components/ui/instant";
import { Popover } from "@/components/ui/popover";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";

export type NotificationItem = {
  id: string;
  title: string;
  detail?: string | null;
  href: string | null;
  at: Date | string;
  isRead: boolean;
};

const rowStyle = "block border-b border-line px-4 py-2.5 last:border-b-0";

function Row({ item }: { item: NotificationItem }) {
  const body = (
    <>
      <span className="flex items-baseline gap-2">
        <span className={cn("min-w-0 flex-1", !item.isRead && "font-medium")}>
          {item.isRead ? null : <span className="sr-only">Unread: </span>}
          {item.title}
        </span>
        <Instant at={item.at} className="text-xs text-ink-muted" />
      </span>
      {item.detail ? <span className="mt-0.5 line-clamp-2 text-xs text-ink-muted">{item.detail}</span> : null}
    </>
  );
  if (item.href === null) return <div className={rowStyle}>{body}</div>;
  return (
    <Link href={item.href} className={cn(rowStyle, "hover:bg-line/40")}>
      {body}
    </Link>
  );
}

/** What happened that concerns the person; `onReadAll` is a server action. */
export function NotificationBell({
  items,
  onReadAll,
  className,
  label = false,
}: {
  items: readonly NotificationItem[];
  onReadAll?: () => Promise<unknown>;
  className?: string;
  label?: boolean;
}) {
  const [pending, start] = useTransition();
  const unread = items.filter((item) => !item.isRead).length;
  const name = unread === 0 ? "Notifications" : `Notifications, ${unread} unread`;
  return (
    <Popover
      label="Notifications"
      trigger={
        <button type="button" title={name} className={className}>
          <span className="relative">
            <Bell aria-hidden className="size-[1.125rem]" strokeWidth={1.75} />
            {unread === 0 ? null : (
              <span className="absolute -top-1 -right-1 size-2 rounded-full bg-accent ring-2 ring-sunken" />
            )}
          </span>
          <span className={label ? "max-lg:sr-only" : "sr-only"}>Notifications</span>
          {unread === 0 ? null : (
            <span className={label ? "ml-auto text-xs text-ink-muted max-lg:sr-only" : "sr-only"}>
              {unread}
              <span className="sr-only"> unread</span>
            </span>
          )}
        </button>
      }
    >
      <div className="flex items-center justify-between gap-4 border-b border-line px-4 py-2.5">
        <p className="text-sm font-semibold">{unread === 0 ? "Notifications" : plural(unread, "new notification")}</p>
        {unread === 0 || onReadAll === undefined ? null : (
          <button
            type="button"
            disabled={pending}
            onClick={() => start(async () => void (await onReadAll()))}
            className="link text-xs"
          >
            Mark all as read
          </button>
        )}
      </div>
      <div className="max-h-[60vh] overflow-y-auto">
        {items.length === 0 ? (
          <p className="px-4 py-6 text-sm text-ink-muted">Nothing yet. Votes, results and assignments appear here.</p>
        ) : (
          items.map((item) => <Row key={item.id} item={item} />)
        )}
      </div>
      <p className="border-t border-line px-4 py-2 text-xs">
        <Link href={paths.notifications()} className="link">
          All notifications
        </Link>
      </p>
    </Popover>
  );
}
