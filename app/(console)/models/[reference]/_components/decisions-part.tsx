import Link from "next/link";
import { DecisionBadge } from "@/components/governance/decision-badge";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ModelView } from "@/lib/governance/registry/view";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { PackageLink } from "./package-link";

type Undecided = Pick<ProposalItem, "reference" | "title" | "state" | "deadlineAt" | "isAwaitingChair">;

/** What was decided about it, and what is still before the board. */
export function DecisionsPart({ model, proposals }: { model: ModelView; proposals: readonly Undecided[] }) {
  const { decisions } = model;
  // What was voted on without a package has a digest too, and no page of its own.
  const packages = new Set(model.packages.map((bundle) => bundle.digest));
  if (decisions.length === 0 && proposals.length === 0) {
    return (
      <Section title="Proposals and decisions">
        <p className="text-ink-muted">The board has not been asked about it yet.</p>
      </Section>
    );
  }
  return (
    <Section title="Proposals and decisions">
      <ul className="border-t border-line">
        {proposals.map((proposal) => (
          <li key={proposal.reference} className="border-b border-line py-2.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <OutcomeBadge outcome={proposal.state} />
              <Link href={paths.proposals.detail(proposal.reference)} className="link font-serif font-medium">
                {proposal.title}
              </Link>
              <span className="text-xs text-ink-muted">
                {proposal.isAwaitingChair ? "the chair decides on the advice" : null}
                {proposal.deadlineAt === null || proposal.state !== "open" ? null : (
                  <>
                    ends <Instant at={proposal.deadlineAt} />
                  </>
                )}
              </span>
            </p>
          </li>
        ))}
        {decisions.map((decision) => (
          <li key={decision.reference} className="border-b border-line py-2.5">
            <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
              <DecisionBadge decision={decision} />
              <Title decision={decision} />
              <span className="text-xs text-ink-muted">
                <Instant at={decision.decidedAt} /> · <span className="font-mono">{decision.reference}</span>
              </span>
            </p>
            <p className="mt-1 max-w-read text-sm">{decision.why}</p>
            {decision.rationale === "" ? null : (
              <p className="mt-1 max-w-read text-sm text-ink-muted">“{decision.rationale}”</p>
            )}
            {decision.packageDigest === null || !packages.has(decision.packageDigest) ? null : (
              <p className="mt-1 text-sm">
                on <PackageLink reference={model.reference} digest={decision.packageDigest} />
              </p>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Title({ decision }: { decision: ModelView["decisions"][number] }) {
  if (decision.proposal === null) return <span className="font-serif font-medium">{decision.title}</span>;
  return (
    <Link href={paths.proposals.detail(decision.proposal)} className="link font-serif font-medium">
      {decision.title}
    </Link>
  );
}
