import { OutcomeBadge } from "@/components/governance/outcome-badge";
import type { ProposalItem } from "@/lib/governance/voting/view";

/** How it ended, and that it is not carried out where it is not. */
export function OutcomeCell({ item }: { item: ProposalItem }) {
  if (item.isAwaitingChair) return <OutcomeBadge outcome="provisional" word="Awaiting the chair" />;
  return (
    <span className="inline-flex flex-wrap gap-1">
      <OutcomeBadge outcome={outcomeOf(item)} word={outcomeWord(item)} />
      {item.state === "execution_failed" ? <OutcomeBadge outcome="execution_failed" word="Not carried out" /> : null}
    </span>
  );
}

/** Of a vote that ratifies: what has become of the chair's decision. */
function outcomeOf({ standing, state, outcome }: ProposalItem) {
  if (standing === null) return state === "cancelled" ? state : (outcome ?? state);
  return standing === "provisional" ? state : standing;
}

function outcomeWord({ standing }: ProposalItem): string | undefined {
  return standing === "provisional" ? "Not reversed" : undefined;
}
