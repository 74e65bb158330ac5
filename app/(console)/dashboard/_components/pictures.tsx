import Link from "next/link";
import { Participation } from "@/components/charts/participation";
import { StackedBars } from "@/components/charts/stacked-bars";
import { TimeChart } from "@/components/charts/time-chart";
import { WeekBars } from "@/components/charts/week-bars";
import { paths } from "@/lib/client/paths";
import { plural, toShortName } from "@/lib/format/words";
import { type Pictures as Figures, RISK_THRESHOLD } from "@/lib/governance/dashboard/schema";
import {
  bandRows,
  bandSentence,
  HIGHEST,
  isOverdueDrawn,
  modelRows,
  participationSentence,
  reviewRows,
  reviewSentence,
  riskRows,
  riskSentence,
  STATUS_SERIES,
  TIER_SERIES,
} from "./picture-rows";

const REVIEW_SERIES = [
  { key: "due", label: "Due", colour: "accent" },
  { key: "overdue", label: "Overdue", colour: "severity-high-solid" },
] as const;

/** Where people look rather than read; each chart says what it shows and has its table behind it. */
export function Pictures({ figures }: { figures: Figures }) {
  const { riskOverTime, riskBands, modelsByTier, reviews, participation, timeZone: zone } = figures;
  const tiers = TIER_SERIES.filter((one) => riskBands.some((row) => row.tier === one.key && row.counts.some(Boolean)));
  return (
    <div className="grid gap-x-12 gap-y-10 lg:grid-cols-2">
      <div className="min-w-0 lg:col-span-2">
        <TimeChart
          title="Risk over time"
          sentence={riskSentence(riskOverTime, zone)}
          series={[...tiers, HIGHEST]}
          rows={riskRows(riskOverTime)}
          zone={zone}
          domain={[0, 100]}
          threshold={{ value: RISK_THRESHOLD, label: `threshold ${RISK_THRESHOLD}` }}
          empty="No score is on record yet. Scores appear as models are registered and assessed."
        />
      </div>
      <StackedBars
        title="Risk distribution"
        sentence={bandSentence(riskBands)}
        series={tiers}
        rows={bandRows(riskBands)}
        unit="models"
        labelWidth={68}
        empty="No model is in use or under way."
      />
      <StackedBars
        title="Models by tier and status"
        sentence={plural(figures.models, "model")}
        series={STATUS_SERIES}
        rows={modelRows(modelsByTier)}
        unit="models"
      />
      <div className="min-w-0">
        <WeekBars
          title="Reviews due"
          sentence={reviewSentence(reviews)}
          series={isOverdueDrawn(reviews) ? REVIEW_SERIES : REVIEW_SERIES.slice(0, 1)}
          rows={reviewRows(reviews)}
          zone={zone}
          unit="reviews"
          empty="No review falls into the next twelve weeks."
        />
        {reviews.overdue === 0 ? null : (
          <Link href={paths.models.list({ due: true })} className="link inline-flex min-h-6 items-center text-xs">
            {plural(reviews.overdue, "overdue review")}
          </Link>
        )}
      </div>
      <Participation
        labelWidth={148}
        sentence={participationSentence(participation.members)}
        rows={participation.members.map((member) => ({ ...member, name: toShortName(member.name) }))}
      />
    </div>
  );
}
