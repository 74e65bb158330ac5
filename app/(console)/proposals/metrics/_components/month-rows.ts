// The figures of a month as its charts draw them. A month in which nothing ended has no mean: no bar, and not nought.
import type { VotingMetrics } from "@/lib/governance/voting/view";

type Months = VotingMetrics["months"];

const HOURS_A_DAY = 24;

export function toDecidedRows(months: Months) {
  return months.map(({ startsAt, decided }) => ({ startsAt, ...decided }));
}

/** Whole per cent. */
export function toShareRows(months: Months) {
  return months.map(({ startsAt, participationRatio: ratio }) => {
    return { startsAt, share: ratio === null ? null : Math.round(ratio * 100) };
  });
}

/** Days to one decimal. */
export function toDayRows(months: Months) {
  return months.map(({ startsAt, medianHours: hours }) => {
    return { startsAt, days: hours === null ? null : Math.round((hours / HOURS_A_DAY) * 10) / 10 };
  });
}
