"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/class-names";
import { Instant } from "@/components/ui/instant";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { NotificationItem } from "@/lib/governance/notifications/schema";
import { markReadAction } from "../actions";

export function NotificationList({ items }: { items: readonly NotificationItem[] }) {
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  );
}

/** Following a notification marks it as read. */
function Row({ item }: { item: NotificationItem }) {
  const router = useRouter();
  const { run, pending } = useAction(markReadAction, { onDone: () => router.refresh(), onRefused: notify.refused });
  const isUnread = item.readAt === null;
  const read = () => void run({ notification: item.id });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0 flex-1 max-md:basis-full">
        <p className={cn("text-pretty", isUnread && "font-medium")}>
          {isUnread ? <span className="sr-only">Unread: </span> : null}
          {item.href === "" ? (
            item.title
          ) : (
            <Link href={item.href} className="link" onClick={isUnread ? read : undefined}>
              {item.title}
            </Link>
          )}
        </p>
        {item.body === "" ? null : <p className="mt-0.5 max-w-read whitespace-pre-line text-ink-muted">{item.body}</p>}
      </div>
      <div className="flex items-center gap-3 text-xs text-ink-muted max-md:w-full max-md:justify-between">
        <Instant at={item.createdAt} />
        {isUnread ? (
          <Button size="small" tone="quiet" pending={pending} onClick={read} aria-label={`Mark as read: ${item.title}`}>
            Mark as read
          </Button>
        ) : null}
      </div>
    </li>
  );
}
