import { Figures } from "@/components/ui/figures";
import { formatCount, formatPercent } from "@/lib/format/number";
import type { VotingMetrics } from "@/lib/governance/voting/view";

/** How the board votes, in five figures (VOT-14). */
export function FigureList({ metrics }: { metrics: VotingMetrics }) {
  const { averageParticipationRatio: average, byStatus } = metrics;
  const passed = byStatus.passed + byStatus.executed + byStatus.execution_failed;
  const figures = [
    { what: "Proposals in all", figure: formatCount(metrics.total) },
    { what: "Open now", figure: formatCount(metrics.active) },
    { what: "Decided in favour", figure: formatCount(passed) },
    { what: "Votes cast", figure: formatCount(metrics.votesCast) },
    { what: "Took part, on average", figure: average === null ? "–" : formatPercent(average) },
  ];
  return <Figures figures={figures} />;
}
