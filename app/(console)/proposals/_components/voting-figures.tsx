"use client";
import { TimeChart } from "@/components/charts/time-chart";
import { useClock } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { formatCount, formatPercent } from "@/lib/format/number";
import type { VotingMetrics } from "@/lib/governance/voting/view";

const SERIES = [{ key: "share", label: "Took part", colour: "accent" }] as const;

/** Participation of one closed vote in whole per cent, for the eye. */
function toShare({ participants, entitled }: VotingMetrics["participation"][number]): number {
  return entitled === 0 ? 0 : Math.round((participants / entitled) * 100);
}

/** How the board votes, in four figures and a line (VOT-14). */
export function VotingFigures({ metrics }: { metrics: VotingMetrics }) {
  const { zone } = useClock();
  const { averageParticipationRatio: average, participation, byStatus } = metrics;
  const passed = (byStatus.passed ?? 0) + (byStatus.executed ?? 0) + (byStatus.execution_failed ?? 0);
  const figures = [
    { what: "Proposals in all", figure: formatCount(metrics.total) },
    { what: "Open now", figure: formatCount(metrics.active) },
    { what: "Decided in favour", figure: formatCount(passed) },
    { what: "Votes cast", figure: formatCount(metrics.votesCast) },
    { what: "Took part, on average", figure: average === null ? "–" : formatPercent(average) },
  ];
  return (
    <Section title="In figures">
      <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-3 md:flex md:flex-wrap md:gap-x-10">
        {figures.map(({ what, figure }) => (
          <div key={what} className="flex flex-col-reverse">
            <dt className="text-xs text-ink-muted">{what}</dt>
            <dd className="text-lg font-semibold">{figure}</dd>
          </div>
        ))}
      </dl>
      {participation.length < 2 ? null : (
        <TimeChart
          title="Participation in closed votes"
          sentence="Ballots of those entitled, vote by vote"
          series={SERIES}
          rows={participation.map((vote) => ({ at: vote.closedAt, share: toShare(vote) }))}
          zone={zone}
          unit="%"
          domain={[0, 100]}
          height={160}
        />
      )}
    </Section>
  );
}
