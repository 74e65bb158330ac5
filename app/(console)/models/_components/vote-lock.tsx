import { Lock } from "lucide-react";
import Link from "next/link";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { ModelView } from "@/lib/governance/registry/view";

/** The open vote that holds the model as it is, and what to do about it. */
export function VoteLock({ proposal, what }: { proposal: NonNullable<ModelView["openProposal"]>; what: string }) {
  return (
    <div role="note" className="mb-6 flex gap-3 rounded-md border border-line-strong bg-accent-soft px-4 py-3">
      <Lock aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
      <div className="min-w-0">
        <p>
          Under vote:{" "}
          <Link href={paths.proposals.detail(proposal.reference)} className="link font-medium">
            {proposal.title}
          </Link>
          {proposal.deadlineAt === null ? null : (
            <>
              , voting ends <Instant at={proposal.deadlineAt} as="deadline" />
            </>
          )}
          .
        </p>
        <p className="text-ink-muted">
          {what} To edit before the result, withdraw{" "}
          <Link href={paths.proposals.detail(proposal.reference)} className="link font-mono text-xs">
            {proposal.reference}
          </Link>{" "}
          there.
        </p>
      </div>
    </div>
  );
}
