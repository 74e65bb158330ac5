import { ClosesAt } from "@/components/governance/closes-at";
import { DigestMark } from "@/components/governance/digest-mark";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { BackLink } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { formatHours } from "@/lib/format/duration";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { DecisionBar } from "./decision-bar";

/** What is asked across the whole width, the one act beside it. */
export function ProposalHeader({ proposal }: { proposal: ProposalView }) {
  return (
    <header className="mb-5">
      <div className="mb-1.5 text-sm text-ink-muted">
        <Above proposal={proposal} />
      </div>
      <div className="flex flex-wrap items-start justify-between gap-x-8 gap-y-3">
        <h1 className="min-w-0 flex-[1_1_20rem] font-serif text-xl font-semibold tracking-[-0.01em]">
          {proposal.title}
        </h1>
        <div data-screen-only className="flex flex-wrap gap-2 empty:hidden">
          <DecisionBar proposal={proposal} />
        </div>
      </div>
      <div className="mt-1.5 text-sm text-ink-muted">
        <Asked proposal={proposal} />
      </div>
    </header>
  );
}

/** Which proposal, of what kind, about what tier, and where it stands in time. */
function Above({ proposal }: { proposal: ProposalView }) {
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span className="print:hidden">
        <BackLink href={paths.proposals.list()}>Votes</BackLink>
      </span>
      <span className="font-mono text-xs">{proposal.reference}</span>
      <span>{PROPOSAL_KIND_LABELS[proposal.kind]}</span>
      {proposal.model === null ? null : <TierBadge tier={proposal.model.tier} />}
      {proposal.effect === "advisory" ? <Badge>Advice to the chair</Badge> : null}
      {proposal.isSealed ? <Badge>Sealed ballots</Badge> : null}
      <Stands proposal={proposal} />
    </div>
  );
}

function Stands({ proposal }: { proposal: ProposalView }) {
  const { state, outcome, deadlineAt, closedAt } = proposal;
  if (state === "open" && deadlineAt !== null) {
    return (
      <>
        {proposal.ratification === null ? null : <OutcomeBadge outcome="provisional" />}
        <ClosesAt at={deadlineAt} as="deadline" />
      </>
    );
  }
  if (state === "draft") return <OutcomeBadge outcome="draft" />;
  const settled = toSettled(proposal);
  const ended = state === "cancelled" ? state : (outcome ?? state);
  return (
    <>
      <OutcomeBadge
        outcome={settled ?? (proposal.isAwaitingChair ? "provisional" : ended)}
        word={proposal.isAwaitingChair ? "Awaiting the chair" : undefined}
      />
      {state === "execution_failed" ? <OutcomeBadge outcome="execution_failed" word="Not carried out" /> : null}
      {closedAt === null ? null : (
        <span>
          closed <Instant at={closedAt} as="dayTime" />
        </span>
      )}
    </>
  );
}

/** What has become of the chair's decision; null for every other vote. */
function toSettled({ ratification, state }: ProposalView) {
  if (ratification === null) return null;
  const { standing } = ratification.decision;
  return standing === "provisional" ? state : standing;
}

/** Who asks, with what, and by which rule it is decided. */
function Asked({ proposal }: { proposal: ProposalView }) {
  const { package: bundle, subjectDigest } = proposal;
  const digest = bundle?.digest ?? subjectDigest;
  return (
    <>
      Asked by {proposal.proposer.name}
      {digest === null ? null : (
        <>
          {" · "}
          <DigestMark digest={digest} what={bundle === null ? "proposal" : "package"} />
        </>
      )}
      {" · "}
      <span className="text-ink">{proposal.ruleSentence}</span>
      {proposal.state === "draft" ? ` Voting takes ${formatHours(proposal.votingHours)} from its opening.` : null}
    </>
  );
}
