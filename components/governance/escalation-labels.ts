// The codes of escalations as people say them.
import { formatCount } from "@/lib/format/number";
import { sentenceCase } from "@/lib/format/words";
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

/** Which budget was used up: "the venture’s 2 immediate a day are used". */
export function sayUsedUp({ level, limit, channel, from }: Facts): string {
  const code = String(from ?? channel) as Channel;
  const span = code === "weekly_digest" ? "week" : "day";
  const words = (CHANNEL_LABELS[code] ?? code).toLowerCase();
  return `the ${String(level)}’s ${formatCount(Number(limit))} ${words} a ${span} are used`;
}
