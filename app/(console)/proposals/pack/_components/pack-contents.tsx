import { ClosesAt } from "@/components/governance/closes-at";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { TierBadge } from "@/components/governance/tier-badge";
import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";

/** The table of contents; each line leads to its sheet, also in a file. */
export function PackContents({ proposals }: { proposals: readonly ProposalView[] }) {
  if (proposals.length === 0) {
    return (
      <EmptyState title="No vote is open" action={<LinkButton href={paths.proposals.list()}>All proposals</LinkButton>}>
        The pack holds every proposal that is open for voting, with all that belongs to it.
      </EmptyState>
    );
  }
  return (
    <section aria-labelledby="contents">
      <h2 id="contents" className="mb-2 text-base font-semibold">
        Contents
      </h2>
      <ol className="border-t border-line">
        {proposals.map(({ reference, title, kind, model, deadlineAt }, index) => (
          <li
            key={reference}
            className="grid grid-cols-[1.5rem_minmax(0,1fr)] gap-x-2 gap-y-0.5 border-b border-line py-2 md:grid-cols-[1.5rem_minmax(0,1fr)_auto] md:items-baseline print:grid-cols-[1.5rem_minmax(0,1fr)_auto]"
          >
            <span className="text-ink-muted">{index + 1}</span>
            <a className="link font-serif text-base font-semibold" href={`#${reference}`}>
              {title}
            </a>
            <span className="flex flex-wrap items-center gap-x-3 text-ink-muted max-md:col-start-2">
              {PROPOSAL_KIND_LABELS[kind]}
              {model === null ? null : <TierBadge tier={model.tier} />}
              {deadlineAt === null ? null : <ClosesAt at={deadlineAt} as="deadline" />}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
