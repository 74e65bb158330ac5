"use client";
import { PeriodBars } from "@/components/charts/period-bars";
import { ShareBars } from "@/components/charts/share-bars";
import { StackedBars } from "@/components/charts/stacked-bars";
import { TimeChart } from "@/components/charts/time-chart";
import { formatCount, formatShare } from "@/lib/format/number";
import type { MetricsView } from "@/lib/governance/escalations/metrics-view";
import {
  CALENDAR_ZONE,
  sumNoise,
  toAgeRows,
  toNoiseRows,
  toResponseRows,
  toResponseTable,
  toUseRows,
} from "./figure-rows";

const SEVERITIES = [
  { key: "critical", label: "Critical", colour: "severity-critical-solid" },
  { key: "high", label: "High", colour: "severity-high-solid" },
  { key: "medium", label: "Medium", colour: "severity-medium-solid" },
  { key: "low", label: "Low", colour: "severity-low" },
] as const;
const RESPONSES = [
  { key: "acknowledge", label: "Until somebody answered for it", colour: "series-3" },
  { key: "resolve", label: "Until it was resolved", colour: "accent" },
] as const;
const NOISE = [
  { key: "merged", label: "Merged into an open one", colour: "series-1" },
  { key: "batched", label: "Gathered in a digest", colour: "series-2" },
  { key: "held", label: "Held back", colour: "series-4" },
] as const;
const USE = [
  { key: "immediate", label: "Immediate", colour: "series-1" },
  { key: "nextBriefing", label: "Decision cards", colour: "series-2" },
] as const;

/** What waits and for how long, how soon it is answered, what it costs in attention, and what it spares (ESC-141). */
export function AttentionCharts({ metrics }: { metrics: MetricsView }) {
  const { byAge, responses, noise, budget } = metrics;
  const use = toUseRows(budget);
  const { raised, removed } = sumNoise(noise);
  const { immediatePerDay, nextBriefingPerDay } = budget.limits;
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <StackedBars
        title="Unresolved by age and severity"
        sentence="Since each was raised"
        series={SEVERITIES}
        rows={toAgeRows(byAge)}
        unit="escalations"
        labelWidth={84}
        empty="Nothing is unresolved."
      />
      <ShareBars
        title="Response times against their targets"
        sentence="Medians of twelve weeks, in per cent of the time each severity leaves"
        series={RESPONSES}
        rows={toResponseRows(responses)}
        target="time to respond"
        table={toResponseTable(responses)}
        empty="Nothing was answered in twelve weeks."
      />
      <PeriodBars
        title="Noise removed"
        sentence={`${formatCount(removed)} of ${formatCount(raised)} raises in twelve weeks (${formatShare(removed, raised)}) asked for no look of their own`}
        series={NOISE}
        rows={toNoiseRows(noise)}
        zone={CALENDAR_ZONE}
        period="week"
        unit="raises"
        empty="Nothing was merged, gathered or held in twelve weeks."
      />
      <TimeChart
        title="Budget of attention used"
        sentence={`Of the organisation’s ${formatCount(immediatePerDay)} immediate and ${formatCount(nextBriefingPerDay)} decision cards a day`}
        series={USE}
        rows={use}
        zone={CALENDAR_ZONE}
        unit="%"
        height={200}
        domain={
          use.every(({ immediate, nextBriefing }) => Math.max(immediate, nextBriefing) <= 100) ? [0, 100] : undefined
        }
        threshold={{ value: 100, label: "used up" }}
      />
    </div>
  );
}
