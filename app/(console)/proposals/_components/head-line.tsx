import { Instant } from "@/components/ui/instant";
import { plural } from "@/lib/format/words";
import type { ProposalList } from "@/lib/governance/voting/view";

/** What is asked of this person, in a sentence; null for people without a vote. */
export function HeadLine({ mine }: { mine: ProposalList | null }) {
  if (mine === null) return "What the board decides, how each vote stands, and how it came out";
  const [next] = mine.items;
  if (next === undefined) return "Nothing needs your vote now.";
  const count = mine.items.length;
  return (
    <>
      {plural(count, "vote needs you", "votes need you")}
      {next.deadlineAt === null ? null : (
        <>
          , {count === 1 ? "it" : "the next"} closes <Instant at={next.deadlineAt} as="dayTime" />
        </>
      )}
      .
    </>
  );
}
