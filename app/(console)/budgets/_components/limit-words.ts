// The three limits of a budget of attention, in words (ESC-5).
import type { BudgetLimits } from "@/lib/governance/escalations/budget";

export type Limits = BudgetLimits;
export type LimitName = keyof BudgetLimits;

export const LIMITS = [
  "immediatePerDay",
  "nextBriefingPerDay",
  "weeklyPerWeek",
] as const satisfies readonly LimitName[];

export const LIMIT_LABELS: Readonly<Record<LimitName, { label: string; hint: string; short: string }>> = {
  immediatePerDay: {
    label: "Immediate, a day",
    hint: "What is over it waits for the next briefing",
    short: "immediate a day",
  },
  nextBriefingPerDay: {
    label: "Decision cards, a day",
    hint: "What is over it goes into the daily summary",
    short: "decision cards a day",
  },
  weeklyPerWeek: {
    label: "Weekly digest, a week",
    hint: "What is over it stays in the digest, marked",
    short: "in the digest a week",
  },
};

/** "10 to 4 immediate a day": only what differs. */
export function changeWords(before: Limits, after: Limits): string {
  const changes = LIMITS.filter((name) => before[name] !== after[name]).map(
    (name) => `${before[name].toLocaleString("en")} to ${after[name].toLocaleString("en")} ${LIMIT_LABELS[name].short}`,
  );
  return changes.length === 0 ? "The same limits, as its own from now on" : changes.join(", ");
}
