import { TallyBar } from "@/components/governance/tally-bar";
import { TwoCounts } from "@/components/governance/two-counts";
import { WhyLine } from "@/components/governance/why-line";
import { formatCount } from "@/lib/format/number";
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
    <Aside name={nameOf(proposal, isOver)}>
      {isInquorate && !isOver ? <InquorateNote proposal={proposal} /> : null}
      {tally === null ? (
        isSealed && why === null ? (
          <TallyBar tally="sealed" />
        ) : null
      ) : (
        <>
          <Counts proposal={proposal} tally={tally} />
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

function nameOf({ rule }: ProposalView, isOver: boolean): string {
  if (!isOver) return "How it stands";
  return rule.weightUnit === "seat" ? "How the board voted" : "How members voted";
}

/** Seats as heads; where trust weighs, votes by weight beside heads. The mark stands only where the whole roll is the base. */
function Counts({ proposal, tally }: { proposal: ProposalView; tally: Tally }) {
  const { rule, threshold, heads } = proposal;
  const required = rule.threshold.base === "all_entitled" && threshold !== null ? threshold.required : null;
  const byHeads = toFigures(tally, ({ voters }) => voters);
  if (rule.weightUnit === "seat") return <TallyBar tally={{ ...byHeads, required }} />;
  const byWeight = { ...toFigures(tally, ({ weight }) => weight / 2), unit: "votes" };
  if (heads === null) return <TallyBar tally={byWeight} />;
  return (
    <TwoCounts
      weight={byWeight}
      heads={{ ...byHeads, unit: "people" }}
      note={<Compared heads={heads} isOver={proposal.state !== "open"} />}
    />
  );
}

/** Once it is over the sentence stands with the result. */
function Compared({ heads, isOver }: { heads: NonNullable<ProposalView["heads"]>; isOver: boolean }) {
  if (heads.sentence !== null && !isOver) {
    return <p className="mt-1.5 border-l-2 border-line-strong pl-3 font-medium">{heads.sentence}</p>;
  }
  return (
    <p className="mt-1.5 text-xs text-ink-muted">
      {heads.sentence === null ? "By heads it comes out the same." : "By heads it would have come out otherwise."}
    </p>
  );
}

function toFigures({ yes, no, abstain, waiting }: Tally, amount: (count: Tally["yes"]) => number) {
  return { yes: amount(yes), no: amount(no), abstain: amount(abstain), waiting: amount(waiting) };
}

function turnout({ entitled, recused, lapsed }: Tally): string {
  const parts = [`${formatCount(entitled.voters)} entitled`];
  if (recused.voters > 0) parts.push(`${formatCount(recused.voters)} recused`);
  if (lapsed.voters > 0) parts.push(`${plural(lapsed.voters, "right")} to vote ended before a ballot was cast`);
  return parts.join(", ");
}
