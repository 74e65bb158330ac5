import type { AgreementView } from "@/lib/governance/advisory/schema";
import type { ProposalGroup } from "@/lib/governance/voting/request";
import type { ProposalItem, VotingMetrics } from "@/lib/governance/voting/view";
import { AdviceFigures } from "./advice-figures";
import { GroupSection } from "./group-section";
import { isNarrowed, type ListFilter } from "./list-filter";
import { NothingFound, NothingYet } from "./nothing";
import { VotingFigures } from "./voting-figures";

type Group = { group: ProposalGroup; items: readonly ProposalItem[]; hasMore: boolean };

/** Every group under the other, what is asked of the reader first; the figures at the end. */
export function Overview({
  groups,
  metrics,
  agreement,
  filter,
  canPropose,
}: {
  groups: readonly Group[];
  metrics: VotingMetrics;
  agreement: AgreementView;
  filter: ListFilter;
  canPropose: boolean;
}) {
  const narrowed = isNarrowed(filter);
  if (groups.every(({ items }) => items.length === 0)) {
    if (narrowed) return <NothingFound />;
    if (metrics.total === 0) return <NothingYet canPropose={canPropose} />;
  }
  return (
    <>
      {groups.map((each, index) => (
        <GroupSection key={each.group} {...each} filter={filter} isFirst={index === 0} isNarrowed={narrowed} />
      ))}
      {narrowed || metrics.total === 0 ? null : <VotingFigures metrics={metrics} />}
      {narrowed ? null : <AdviceFigures agreement={agreement} />}
    </>
  );
}
