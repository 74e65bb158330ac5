"use client";
import Link from "next/link";
import { TimeChart } from "@/components/charts/time-chart";
import { useClock } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { VotingMetrics } from "@/lib/governance/voting/view";
import { FigureList } from "./figure-list";

const SERIES = [{ key: "share", label: "Took part", colour: "accent" }] as const;

/** Participation of one closed vote in whole per cent, for the eye. */
function toShare({ participants, entitled }: VotingMetrics["participation"][number]): number {
  return entitled === 0 ? 0 : Math.round((participants / entitled) * 100);
}

/** How the board votes, in figures and a line; all of it is a page away (VOT-14). */
export function VotingFigures({ metrics }: { metrics: VotingMetrics }) {
  const { zone } = useClock();
  const { participation } = metrics;
  const all = (
    <Link className="link" href={paths.proposals.metrics()}>
      All figures
    </Link>
  );
  return (
    <Section title="In figures" act={all}>
      <FigureList metrics={metrics} />
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
