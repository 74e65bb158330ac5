// The codes of escalations as people say them.
import { formatCount } from "@/lib/format/number";
import { joinList, sentenceCase } from "@/lib/format/words";
import type { Category, Channel, EscalationStatus, Severity, Trigger } from "@/lib/governance/escalations/schema";

export const SEVERITY_LABELS: Record<Severity, string> = {
  low: "Low",
  medium: "Medium",
  high: "High",
  critical: "Critical",
};

/** From the worst down, as people read them. */
export const WORST_FIRST = ["critical", "high", "medium", "low"] as const satisfies readonly Severity[];

export const CHANNEL_LABELS: Record<Channel, string> = {
  immediate: "Immediate",
  next_briefing: "Next briefing",
  daily_summary: "Daily summary",
  weekly_digest: "Weekly digest",
};

export const ESCALATION_STATUS_LABELS: Record<EscalationStatus, string> = {
  open: "Open",
  acknowledged: "Acknowledged",
  resolved: "Resolved",
};

export function sayCategory(category: Category): string {
  return sentenceCase(category);
}

export function sayTrigger(trigger: Trigger): string {
  return sentenceCase(trigger);
}

type Facts = Readonly<Record<string, unknown>>;

/** Which budgets were used up: "the venture’s 2 immediate and 5 next briefing a day are used". */
export function sayUsedUp(budgets: readonly Facts[]): string {
  const spans = Map.groupBy(budgets, ({ level, channel, from }) => `${level} ${spanOf(codeOf({ channel, from }))}`);
  const said = [...spans.values()].map((them) => {
    const words = them.map((facts) => {
      const code = codeOf(facts);
      return `${formatCount(Number(facts.limit))} ${(CHANNEL_LABELS[code] ?? code).toLowerCase()}`;
    });
    const [first = {}] = them;
    return `the ${String(first.level)}’s ${joinList([...new Set(words)])} a ${spanOf(codeOf(first))} are used`;
  });
  return joinList(said);
}

const codeOf = ({ channel, from }: Facts) => String(from ?? channel) as Channel;
const spanOf = (code: Channel) => (code === "weekly_digest" ? "week" : "day");
