import Link from "next/link";
import { cn } from "@/components/ui/class-names";
import { paths } from "@/lib/client/paths";
import { type QueueAddress, QueueView, toQuery, VIEW_LABELS } from "./queue-filter";

/** Which part of the queue; the filters stay when it changes. */
export function QueueViews({ address }: { address: QueueAddress }) {
  return (
    <nav aria-label="Parts of the queue" className="mb-4 border-b border-line">
      <ul className="-mb-px flex gap-1 overflow-x-auto">
        {QueueView.options.map((view) => {
          const isCurrent = view === address.view;
          return (
            <li key={view}>
              <Link
                href={paths.escalations.list(toQuery({ ...address, view, heldBy: undefined, cursor: undefined }))}
                aria-current={isCurrent ? "page" : undefined}
                className={cn(
                  "inline-flex h-10 items-center border-b-2 px-3 text-sm whitespace-nowrap max-md:h-11",
                  isCurrent
                    ? "border-accent font-medium text-accent"
                    : "border-transparent text-ink-muted hover:text-ink",
                )}
              >
                {VIEW_LABELS[view]}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}
