// The figures of attention as their charts draw them (ESC-141).
import { SEVERITY_LABELS, WORST_FIRST } from "@/components/governance/escalation-labels";
import { formatPercent } from "@/lib/format/number";
import type { Age, MetricsView } from "@/lib/governance/escalations/metrics-view";

const AGE_LABELS: Readonly<Record<Age, string>> = {
  under_4: "Under 4 h",
  under_24: "4 to 24 h",
  under_72: "1 to 3 days",
  older: "Over 3 days",
};

const AGES = Object.keys(AGE_LABELS) as Age[];

/** One row an age, the youngest first. */
export function toAgeRows(byAge: MetricsView["byAge"]) {
  return AGES.map((age) => {
    const counts = WORST_FIRST.map((severity) => {
      const found = byAge.find((one) => one.age === age && one.severity === severity);
      return [severity, found?.count ?? 0] as const;
    });
    return { label: AGE_LABELS[age], ...Object.fromEntries(counts) };
  });
}

const toShare = (hours: number | null, target: number) =>
  hours === null || target <= 0 ? null : Math.round((hours / target) * 100);

const toHours = (hours: number | null) => (hours === null ? null : Math.round(hours * 10) / 10);
const toHourWords = (hours: number | null) => (hours === null ? null : `${toHours(hours)} h`);

/** Medians in whole per cent of the time there is to respond. */
export function toResponseRows(responses: MetricsView["responses"]) {
  return responses.map(({ severity, targetHours, medianHoursToAcknowledge, medianHoursToResolve }) => ({
    label: SEVERITY_LABELS[severity],
    acknowledge: toShare(medianHoursToAcknowledge, targetHours),
    acknowledgeWords: toHourWords(medianHoursToAcknowledge),
    resolve: toShare(medianHoursToResolve, targetHours),
    resolveWords: toHourWords(medianHoursToResolve),
  }));
}

export function toResponseTable(responses: MetricsView["responses"]) {
  return {
    columns: [
      "Severity",
      "Raised",
      "Time to respond (h)",
      "Median to answer (h)",
      "Median to resolve (h)",
      "Resolved in time",
    ],
    rows: responses.map((one) => [
      SEVERITY_LABELS[one.severity],
      one.raised,
      toHours(one.targetHours),
      toHours(one.medianHoursToAcknowledge),
      toHours(one.medianHoursToResolve),
      one.resolved === 0 ? null : `${one.inTime} of ${one.resolved}`,
    ]),
  };
}

/** Dates of the organisation's calendar are drawn as they are, in no zone. */
export const CALENDAR_ZONE = "UTC";
const toInstant = (date: string) => `${date}T00:00:00.000Z`;

export function toNoiseRows(noise: MetricsView["noise"]) {
  return noise.map(({ week, merged, batched, held }) => ({ startsAt: toInstant(week), merged, batched, held }));
}

const toUse = (used: number, limit: number) =>
  limit === 0 ? (used === 0 ? 0 : 100) : Math.round((used / limit) * 100);

/** Whole per cent of the limits that hold today. */
export function toUseRows({ limits, days }: MetricsView["budget"]) {
  return days.map(({ day, immediate, nextBriefing }) => ({
    at: toInstant(day),
    immediate: toUse(immediate, limits.immediatePerDay),
    nextBriefing: toUse(nextBriefing, limits.nextBriefingPerDay),
  }));
}

export function sumNoise(noise: MetricsView["noise"]) {
  const sum = (count: (week: MetricsView["noise"][number]) => number) =>
    noise.reduce((all, week) => all + count(week), 0);
  return { raised: sum(({ raised }) => raised), removed: sum(({ merged, batched, held }) => merged + batched + held) };
}

/** Of what was resolved, how much within its time; a dash while nothing was. */
export function inTimeWords(responses: MetricsView["responses"]): string {
  const resolved = responses.reduce((sum, one) => sum + one.resolved, 0);
  const inTime = responses.reduce((sum, one) => sum + one.inTime, 0);
  return resolved === 0 ? "–" : formatPercent(inTime / resolved);
}
