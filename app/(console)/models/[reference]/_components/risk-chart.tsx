"use client";
import { TimeChart } from "@/components/charts/time-chart";
import { useClock } from "@/components/ui/instant";
import type { ModelView } from "@/lib/governance/registry/view";

const SERIES = [{ key: "score", label: "Risk score", colour: "accent" }] as const;

/** Every change of the score, and today. */
export function RiskChart({ history }: { history: ModelView["riskHistory"] }) {
  const { now, zone } = useClock();
  const points = history.map(({ score, recordedAt }) => ({ at: recordedAt, score }));
  const last = points.at(-1);
  const rows = last === undefined ? [] : [...points, { at: now.toISOString(), score: last.score }];
  return (
    <TimeChart
      title="Over time"
      sentence={
        last === undefined
          ? undefined
          : `${history.length === 1 ? "Unchanged" : `${history.length} values`} since it was first worked out.`
      }
      series={SERIES}
      rows={rows}
      zone={zone}
      domain={[0, 100]}
      height={150}
      empty="No score is on record yet."
    />
  );
}
