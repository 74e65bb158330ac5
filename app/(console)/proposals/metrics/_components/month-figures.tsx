"use client";
import { PeriodBars } from "@/components/charts/period-bars";
import { useClock } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { plural } from "@/lib/format/words";
import type { VotingMetrics } from "@/lib/governance/voting/view";
import { toDayRows, toDecidedRows, toShareRows } from "./month-rows";
import { StatusFigures } from "./status-figures";

const OUTCOMES = [
  { key: "approved", label: "Approved", colour: "passed-solid" },
  { key: "conditional", label: "With conditions", colour: "series-5" },
  { key: "rejected", label: "Rejected", colour: "rejected-solid" },
  { key: "deferred", label: "Deferred or no quorum", colour: "provisional-solid" },
  { key: "withdrawn", label: "Withdrawn or cancelled", colour: "none-solid" },
] as const;
const SHARE = [{ key: "share", label: "Took part", colour: "accent" }] as const;
const DAYS = [{ key: "days", label: "Median", colour: "accent" }] as const;
const NOT_YET = "No vote has ended yet.";

/** Month by month in the organisation's time zone (VOT-194). */
export function MonthFigures({ metrics }: { metrics: VotingMetrics }) {
  const { zone } = useClock();
  const decided = toDecidedRows(metrics.months);
  const inAll = decided.reduce((sum, row) => sum + OUTCOMES.reduce((all, { key }) => all + row[key], 0), 0);
  return (
    <Section title="Month by month">
      <div className="grid gap-x-10 gap-y-8 lg:grid-cols-2">
        <PeriodBars
          title="Decisions by outcome"
          sentence={`${plural(inAll, "vote")} ended with a decision in twelve months`}
          series={OUTCOMES}
          rows={decided}
          zone={zone}
          period="month"
          unit="decisions"
          empty={NOT_YET}
        />
        <PeriodBars
          title="Participation"
          sentence="Ballots of those entitled, on average over the votes of a month"
          series={SHARE}
          rows={toShareRows(metrics.months)}
          zone={zone}
          period="month"
          unit="%"
          domain={[0, 100]}
          empty={NOT_YET}
        />
        <PeriodBars
          title="Time to a decision"
          sentence="Days from opening to the decision; half of a month’s decisions took longer"
          series={DAYS}
          rows={toDayRows(metrics.months)}
          zone={zone}
          period="month"
          unit="days"
          empty={NOT_YET}
        />
        <StatusFigures byStatus={metrics.byStatus} />
      </div>
    </Section>
  );
}
