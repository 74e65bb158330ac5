import { TallyBar } from "@/components/governance/tally-bar";
import { WhyLine } from "@/components/governance/why-line";
import { plural } from "@/lib/format/words";
import type { ProposalView } from "@/lib/governance/voting/proposal-view";
import { InquorateNote } from "./inquorate-note";
import { Aside } from "./part";

/** How the vote stands, and the sentence that says what would change it, from the deciding function (VOT-9). */
export function Standing({ proposal }: { proposal: ProposalView }) {
  const { tally, why, state, isSealed, isRestricted, isInquorate } = proposal;
  if (state === "draft" || (isRestricted && tally === null)) return null;
  const isOver = state !== "open";
  return (
    <Aside name={isOver ? "How the board voted" : "How it stands"}>
      {isInquorate && !isOver ? <InquorateNote proposal={proposal} /> : null}
      {tally === null ? (
        isSealed && why === null ? (
          <TallyBar tally="sealed" />
        ) : null
      ) : (
        <>
          <TallyBar tally={toFigures(proposal, tally)} />
          <p className="mt-1.5 text-xs text-ink-muted">{turnout(tally)}</p>
        </>
      )}
      {why === null || isOver ? null : (
        <WhyLine sentence={why.sentence} className={tally === null ? undefined : "mt-3"} />
      )}
    </Aside>
  );
}

type Tally = NonNullable<ProposalView["tally"]>;

/** Seats as heads; half-votes as votes by weight. The mark stands only where the whole roll is the base. */
function toFigures({ rule, threshold }: ProposalView, tally: Tally) {
  const isSeat = rule.weightUnit === "seat";
  const amount = ({ voters, weight }: Tally["yes"]) => (isSeat ? voters : weight / 2);
  const required = rule.threshold.base === "all_entitled" && threshold !== null ? threshold.required : null;
  return {
    yes: amount(tally.yes),
    no: amount(tally.no),
    abstain: amount(tally.abstain),
    waiting: amount(tally.waiting),
    required: required === null || isSeat ? required : required / 2,
    ...(isSeat ? {} : { unit: "votes by weight" }),
  };
}

function turnout({ entitled, recused, lapsed }: Tally): string {
  const parts = [`${entitled.voters} entitled`];
  if (recused.voters > 0) parts.push(`${recused.voters} recused`);
  if (lapsed.voters > 0) parts.push(`${plural(lapsed.voters, "right")} to vote ended before a ballot was cast`);
  return parts.join(", ");
}
