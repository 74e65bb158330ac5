import { EmptyState } from "@/components/ui/empty-state";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { ProposalGroup } from "@/lib/governance/voting/request";

const EMPTY_GROUP: Record<ProposalGroup, { title: string; words: string }> = {
  needs_my_vote: { title: "Nothing needs your vote", words: "A proposal appears here as soon as you are asked." },
  open: {
    title: "No vote is open",
    words: "A submitted model of tier 2 or above opens one; so does a draft put to the vote.",
  },
  awaiting_chair: {
    title: "Nothing waits for the chair",
    words: "Votes that advise the chair come here when they have closed.",
  },
  draft: { title: "No drafts", words: "Proposals that are prepared but not yet open for voting are kept here." },
  decided: { title: "Nothing is decided yet", words: "Results stay here, each with why it came out so." },
};

/** Nothing in this group, or nothing that fits the filters. */
export function NothingFound({ group }: { group?: ProposalGroup }) {
  const { title, words } =
    group === undefined
      ? { title: "No proposal matches", words: "Clear the filters to see all of them." }
      : EMPTY_GROUP[group];
  return (
    <EmptyState title={title} action={<LinkButton href={paths.proposals.list()}>All proposals</LinkButton>}>
      {words}
    </EmptyState>
  );
}

/** The board has not been asked anything yet: what to do first. */
export function NothingYet({ canPropose }: { canPropose: boolean }) {
  return (
    <EmptyState
      title="The board has not been asked anything yet"
      action={
        <>
          <LinkButton tone="primary" href={paths.models.list()}>
            Open the models
          </LinkButton>
          {canPropose ? <LinkButton href={paths.proposals.create()}>Propose a decision</LinkButton> : null}
        </>
      }
    >
      A vote opens when the owner of a model submits its scorecard. Tiers 3 and 4 are decided by the board; for tier 2
      the board advises and the chair decides.
    </EmptyState>
  );
}
