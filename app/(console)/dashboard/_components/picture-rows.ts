// From the figures of `Pictures` to rows and sentences of charts: every picture says what it shows.
import type { ChartRow, Series } from "@/components/charts/series";
import { MODEL_STATUS_LABELS, TIER_LABELS } from "@/components/governance/labels";
import { formatDayMonth } from "@/lib/format/instant";
import { formatCount, formatShare } from "@/lib/format/number";
import { joinList, plural } from "@/lib/format/words";
import { type Pictures, RISK_BANDS, RISK_THRESHOLD } from "@/lib/governance/dashboard/schema";
import type { ModelStatus, Tier } from "@/lib/governance/registry/schema";

const tierWords = (tier: Tier) => `Tier ${TIER_LABELS[tier].step} ${TIER_LABELS[tier].word}`;

/** One colour a tier in every chart that draws tiers as series. */
export const TIER_SERIES: readonly (Series & { key: Tier })[] = [
  { key: "tier_4_critical", label: tierWords("tier_4_critical"), colour: "series-1" },
  { key: "tier_3_high", label: tierWords("tier_3_high"), colour: "series-2" },
  { key: "tier_2_medium", label: tierWords("tier_2_medium"), colour: "series-3" },
  { key: "tier_1_low", label: tierWords("tier_1_low"), colour: "series-5" },
];

const STATUS_COLOURS = {
  active: "series-1",
  approved: "series-5",
  under_review: "series-2",
  proposed: "series-3",
  suspended: "series-4",
  deprecated: "ink-muted",
  decommissioned: "series-6",
} as const satisfies Record<ModelStatus, Series["colour"]>;

export const STATUS_SERIES: readonly Series[] = (Object.keys(STATUS_COLOURS) as ModelStatus[]).map((key) => ({
  key,
  label: MODEL_STATUS_LABELS[key],
  colour: STATUS_COLOURS[key],
}));

export const HIGHEST: Series = { key: "highest", label: "Highest of all", colour: "ink-muted" };

type RiskPoint = Pictures["riskOverTime"][number];

export function riskRows(points: readonly RiskPoint[]): (ChartRow & { at: string })[] {
  return points.map((point) => ({
    at: point.at,
    ...Object.fromEntries(point.tiers.map((tier) => [tier.tier, tier.meanRisk])),
    highest: Math.max(...point.tiers.map((tier) => tier.highestRisk)),
  }));
}

/** Tiers whose mean is at or above the threshold now, with the day since when it is there without a break. */
export function riskSentence(points: readonly RiskPoint[], zone: string): string {
  const last = points.at(-1);
  if (last === undefined) return "";
  const above = last.tiers.filter((tier) => tier.meanRisk >= RISK_THRESHOLD).map((tier) => tier.tier);
  const what = "Mean score of each tier at the start of each week.";
  if (above.length === 0) return `${what} No tier is at or above ${RISK_THRESHOLD} on average.`;
  const said = above.map((tier) => {
    const below = points.findLastIndex((point) => !isAbove(point, tier));
    const since = points[below + 1];
    const words = tierWords(tier);
    return below < 0 || since === undefined ? words : `${words} (since ${formatDayMonth(new Date(since.at), zone)})`;
  });
  const verb = above.length === 1 ? "is" : "are";
  return `${what} ${joinList(said)} ${verb} at or above ${RISK_THRESHOLD} on average.`;
}

function isAbove(point: RiskPoint, tier: Tier): boolean {
  return point.tiers.some((each) => each.tier === tier && each.meanRisk >= RISK_THRESHOLD);
}

/** The highest band first, as in the chart over time. */
export function bandRows(bands: Pictures["riskBands"]): (ChartRow & { label: string })[] {
  return RISK_BANDS.map((from, index) => ({
    label: `${from} to ${(RISK_BANDS[index + 1] ?? 101) - 1}`,
    ...Object.fromEntries(bands.map((row) => [row.tier, row.counts[index] ?? 0])),
  })).toReversed();
}

export function bandSentence(bands: Pictures["riskBands"]): string {
  const counts = bands.map((row) => row.counts.at(-1) ?? 0);
  const top = counts.reduce((sum, count) => sum + count, 0);
  const all = bands.reduce((sum, row) => sum + row.counts.reduce((total, count) => total + count, 0), 0);
  return `Models by risk score today: ${formatCount(top)} of ${formatCount(all)} at ${RISK_THRESHOLD} or above.`;
}

export function modelRows(rows: Pictures["modelsByTier"]): (ChartRow & { label: string })[] {
  return rows.map(({ tier, byStatus }) => ({
    label: `${TIER_LABELS[tier].step} ${TIER_LABELS[tier].word}`,
    ...byStatus,
  }));
}

/** Overdue reviews stand in the running week, unless they would dwarf what is ahead; then only the sentence has them. */
export function isOverdueDrawn({ overdue, weeks }: Pictures["reviews"]): boolean {
  const most = Math.max(...weeks.map((week) => week.due));
  return overdue > 0 && (most === 0 || overdue <= 4 * most);
}

export function reviewRows(reviews: Pictures["reviews"]): (ChartRow & { weekStart: string })[] {
  const isDrawn = isOverdueDrawn(reviews);
  return reviews.weeks.map((week, index) => ({ ...week, overdue: isDrawn && index === 0 ? reviews.overdue : 0 }));
}

export function reviewSentence(reviews: Pictures["reviews"]): string {
  const ahead = reviews.weeks.reduce((sum, week) => sum + week.due, 0);
  const next = `${plural(ahead, "review is", "reviews are")} due in the next ${reviews.weeks.length} weeks`;
  if (reviews.overdue === 0) return `${next}, none is overdue.`;
  const isDrawn = isOverdueDrawn(reviews) ? "" : " (too many to draw beside the weeks)";
  return `${next}, ${formatCount(reviews.overdue)} ${reviews.overdue === 1 ? "is" : "are"} overdue${isDrawn}.`;
}

export function participationSentence(members: Pictures["participation"]["members"]): string {
  const cast = members.reduce((sum, member) => sum + member.cast, 0);
  const entitled = members.reduce((sum, member) => sum + member.entitled, 0);
  return entitled === 0
    ? "Votes that ended in the last 12 months."
    : `${formatShare(cast, entitled)} of the ballots that could be cast in the last 12 months were.`;
}
