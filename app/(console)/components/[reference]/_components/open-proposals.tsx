import Link from "next/link";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ProposalItem } from "@/lib/governance/voting/view";

/** Before the members now, or over without having changed anything. */
export function OpenProposals({ proposals }: { proposals: readonly ProposalItem[] }) {
  if (proposals.length === 0) return <p className="text-ink-muted">None is open.</p>;
  return (
    <ul className="border-t border-line">
      {proposals.map(({ reference, title, state, deadlineAt }) => (
        <li key={reference} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-2.5">
          <OutcomeBadge outcome={state} />
          <Link href={paths.proposals.detail(reference)} className="link font-serif font-medium">
            {title}
          </Link>
          {state === "open" && deadlineAt !== null ? (
            <span className="text-xs text-ink-muted">
              ends <Instant at={deadlineAt} />
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
