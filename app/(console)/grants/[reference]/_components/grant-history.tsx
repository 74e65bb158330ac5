import Link from "next/link";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { Instant } from "@/components/ui/instant";
import { paths } from "@/lib/client/paths";
import type { GrantView } from "@/lib/governance/policy/view";
import type { ProposalItem } from "@/lib/governance/voting/view";

type Renewal = Pick<ProposalItem, "reference" | "title" | "state">;

/** Who decided it, what came before, and what comes after. */
export function GrantHistory({ grant, renewals }: { grant: GrantView; renewals: readonly Renewal[] }) {
  const { proposal, decision, proposer, grantedAt, renews, renewedBy, revoked } = grant;
  return (
    <ol className="border-t border-line [&>li]:border-b [&>li]:border-line [&>li]:py-2.5">
      {renews === null ? null : (
        <li>
          Goes on from <GrantLink reference={renews} />
        </li>
      )}
      <li>
        <Link className="link" href={paths.proposals.detail(proposal)}>
          Decided by the board
        </Link>{" "}
        <Instant at={grantedAt} />, proposed by {proposer.name}{" "}
        <span className="font-mono text-xs text-ink-muted">{decision}</span>
      </li>
      {revoked === null ? null : (
        <li>
          Ended by {revoked.by.name} <Instant at={revoked.at} />
          <blockquote className="mt-1 max-w-read border-l-2 border-line-strong pl-3 whitespace-pre-wrap">
            {revoked.reason}
          </blockquote>
        </li>
      )}
      {renewals.map((renewal) => (
        <li key={renewal.reference} className="flex flex-wrap items-center gap-x-2 gap-y-1">
          <OutcomeBadge outcome={renewal.state} />
          <Link className="link" href={paths.proposals.detail(renewal.reference)}>
            {renewal.title}
          </Link>
        </li>
      ))}
      {renewedBy === null ? null : (
        <li>
          Renewed by <GrantLink reference={renewedBy} />
        </li>
      )}
    </ol>
  );
}

function GrantLink({ reference }: { reference: string }) {
  return (
    <Link className="link font-mono text-xs" href={paths.grants.detail(reference)}>
      {reference}
    </Link>
  );
}
