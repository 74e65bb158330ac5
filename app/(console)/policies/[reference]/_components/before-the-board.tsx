import Link from "next/link";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ProposalItem } from "@/lib/governance/voting/view";

type Pending = Pick<ProposalItem, "reference" | "title" | "state" | "deadlineAt">;

/** What is being decided about it; only one of several changes of one version can be carried out. */
export function BeforeTheBoard({ proposals }: { proposals: readonly Pending[] }) {
  if (proposals.length === 0) return null;
  return (
    <ul className="mb-6 max-w-read rounded-md border border-line-strong bg-accent-soft px-4 py-2">
      {proposals.map((proposal) => (
        <li key={proposal.reference} className="flex flex-wrap items-center gap-x-2 gap-y-1 py-1">
          <OutcomeBadge outcome={proposal.state} />
          <Link className="link font-medium" href={paths.proposals.detail(proposal.reference)}>
            {proposal.title}
          </Link>
          {proposal.deadlineAt === null ? null : (
            <span className="text-ink-muted">
              closes <Instant at={proposal.deadlineAt} />
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
