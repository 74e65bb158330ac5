import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ActionItem } from "@/lib/governance/meetings/schema";

/** What decisions on it asked for and is not finished. */
export function FollowUpsPart({ items }: { items: readonly ActionItem[] }) {
  if (items.length === 0) return null;
  return (
    <Section
      title="Follow-ups"
      act={
        <Link href={paths.actions()} className="link">
          All follow-ups
        </Link>
      }
    >
      <ul className="border-t border-line text-sm">
        {items.map((item) => (
          <li key={item.reference} className="flex flex-wrap gap-x-4 gap-y-0.5 border-b border-line py-2">
            <span className="min-w-0 flex-1 basis-64 font-medium">{item.title}</span>
            <span className="text-ink-muted">{item.assignee?.name ?? "Nobody"}</span>
            <span className={item.isOverdue ? "font-medium text-severity-high" : undefined}>
              {item.isOverdue ? "Overdue, was due " : "due "}
              <Instant at={item.dueAt} />
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
