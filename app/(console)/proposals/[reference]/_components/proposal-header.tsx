import { ClosesAt } from "@/components/governance/closes-at";
import { DigestMark } from "@/components/governance/digest-mark";
import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { OutcomeBadge } from "@/components/governance/outcome-badge";
import { TierBadge } from "@/components/governance/tier-badge";
import { Badge } from "@/components/ui/badge";
import { Instant } from "@/components/ui/instant";
import { BackLink, PageHeader } from "@/components/ui/page-header";
import { paths } from "@/lib/client/paths";
import { formatHours } from "@/lib/format/duration";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { DecisionBar } from "./decision-bar";

export function ProposalHeader({ proposal }: { proposal: ProposalView }) {
  return (
    <PageHeader
      decided
      above={<Above proposal={proposal} />}
      title={proposal.title}
      state={<Asked proposal={proposal} />}
      act={<DecisionBar proposal={proposal} />}
    />
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
  if (state === "open" && deadlineAt !== null) return <ClosesAt at={deadlineAt} as="deadline" />;
  if (state === "draft") return <OutcomeBadge outcome="draft" />;
  return (
    <>
      <OutcomeBadge
        outcome={proposal.isAwaitingChair ? "provisional" : (outcome ?? state)}
        word={proposal.isAwaitingChair ? "Awaiting the chair" : undefined}
      />
      {closedAt === null ? null : (
        <span>
          closed <Instant at={closedAt} as="dayTime" />
        </span>
      )}
    </>
  );
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
