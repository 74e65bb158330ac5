import { Instant } from "@/components/ui/instant";
import { plural } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";

/** What is in it, for whom and as of when: a printed page does not refresh itself. */
export function PackState({
  proposals,
  hasMore,
  reader,
}: {
  proposals: readonly ProposalView[];
  hasMore: boolean;
  reader: string;
}) {
  const [first] = proposals;
  if (first === undefined) return "The papers of all open votes, to read on the way or to print.";
  return (
    <>
      {hasMore ? "The first " : ""}
      {plural(proposals.length, "proposal")} open for voting{hasMore ? " by deadline" : ""}, as {reader} may read them
      on <Instant at={first.at} as="exact" className="whitespace-normal" />. Votes already cast are not shown.
    </>
  );
}
