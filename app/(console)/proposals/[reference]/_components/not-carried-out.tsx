import { reasonSentence } from "@/components/governance/reason-sentences";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { Execute } from "./act-sheets";

/** The decision stands; what it was to change has not changed. */
export function NotCarriedOut({ proposal }: { proposal: ProposalView }) {
  const { executionFailure, mine, reference } = proposal;
  return (
    <div className="mt-2">
      <p className="font-medium text-rejected">
        Decided in favour, but not carried out: {reasonSentence({ code: executionFailure ?? "", facts: {} })}
      </p>
      {mine.acts.execute.isAllowed ? (
        <div className="mt-2 print:hidden">
          <Execute reference={reference} />
        </div>
      ) : null}
    </div>
  );
}
