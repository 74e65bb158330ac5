"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Instant } from "@/components/ui/instant";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { MailItem } from "@/lib/governance/notifications/schema";
import { requeueMailAction } from "../actions";

/** For admins: mail that did not go out, what the mail server said, and the way to try again. */
export function FailedMail({ items }: { items: readonly MailItem[] }) {
  return (
    <ul className="border-t border-line">
      {items.map((item) => (
        <Row key={item.id} item={item} />
      ))}
    </ul>
  );
}

function Row({ item }: { item: MailItem }) {
  const router = useRouter();
  const { run, pending } = useAction(requeueMailAction, {
    onDone: () => {
      notify.done({ title: "Mail is sent again", detail: `To ${item.recipient.name}` });
      router.refresh();
    },
    onRefused: notify.refused,
  });
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1 border-b border-line py-2.5">
      <div className="min-w-0 flex-1">
        <p>
          {item.subject} <span className="text-ink-muted">to {item.recipient.name}</span>
        </p>
        <p className="mt-0.5 text-xs text-ink-muted">
          {item.attempts === 1 ? "1 try" : `${item.attempts} tries`}; the mail server said:{" "}
          {item.lastError ?? "nothing"}
        </p>
      </div>
      <div className="flex items-center gap-3 text-xs text-ink-muted">
        <Instant at={item.createdAt} />
        {item.state === "failed" ? (
          <Button size="small" pending={pending} onClick={() => void run({ delivery: item.id })}>
            Send again
          </Button>
        ) : (
          <span>Tried again by itself</span>
        )}
      </div>
    </li>
  );
}
