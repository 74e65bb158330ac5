import type { AgreementView } from "@/lib/governance/advisory/schema";
import type { ProposalItem, VotingMetrics } from "@/lib/governance/voting/view";
import { AdviceFigures } from "./advice-figures";
import { GroupSection } from "./group-section";
import { isNarrowed, type ListFilter, type Part } from "./list-filter";
import { NothingFound, NothingYet } from "./nothing";
import { VotingFigures } from "./voting-figures";

type FilledPart = Part & { items: readonly ProposalItem[]; hasMore: boolean };

/** Every group under the other, what is asked of the reader first; the figures at the end. */
export function Overview({
  parts,
  metrics,
  agreement,
  filter,
  canPropose,
}: {
  parts: readonly FilledPart[];
  metrics: VotingMetrics;
  agreement: AgreementView;
  filter: ListFilter;
  canPropose: boolean;
}) {
  const narrowed = isNarrowed(filter);
  if (parts.every(({ items }) => items.length === 0)) {
    if (narrowed) return <NothingFound />;
    if (metrics.total === 0) return <NothingYet canPropose={canPropose} />;
  }
  return (
    <>
      {parts.map((part, index) => (
        <GroupSection key={part.title} {...part} isFirst={index === 0} isNarrowed={narrowed} />
      ))}
      {narrowed || metrics.total === 0 ? null : <VotingFigures metrics={metrics} />}
      {narrowed ? null : <AdviceFigures agreement={agreement} />}
    </>
  );
}
