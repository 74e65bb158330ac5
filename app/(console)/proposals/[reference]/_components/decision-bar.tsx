import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { sayWhyNot } from "./act-words";
import { ChairBar } from "./chair-bar";
import { OpenBar } from "./open-bar";
import { VoteBar } from "./vote-bar";

/** The one act of the page: to vote, to decide on advice, or to open a draft; nothing for everybody else. */
export function DecisionBar({ proposal }: { proposal: ProposalView }) {
  const { mine, reference, state, subjectDigest } = proposal;
  if (mine.acts.decideAdvised.isAllowed && proposal.isAwaitingChair) {
    return <ChairBar reference={reference} advice={state} />;
  }
  if (state === "draft") {
    return mine.acts.open.isAllowed ? (
      <OpenBar reference={reference} votingHours={proposal.votingHours} ruleSentence={proposal.ruleSentence} />
    ) : null;
  }
  // Stays when the vote has ended or the member was recused, so that a reasoning being typed then is not lost.
  if (mine.place === "none" || subjectDigest === null) return null;
  return (
    <VoteBar
      reference={reference}
      title={proposal.title}
      subjectDigest={subjectDigest}
      deadlineAt={proposal.deadlineAt}
      isSealed={proposal.isSealed}
      stopped={mine.acts.vote.isAllowed ? null : (sayWhyNot(mine.acts.vote, proposal) ?? "Voting has ended.")}
      ballot={mine.ballot}
    />
  );
}
