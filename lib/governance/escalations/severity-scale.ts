// Answers "what does a severity ask for?" (the ESC table) and "what is louder than what?" (ESC-6).
import type { EscalationAudience } from "../board/charter.ts";
import { Channel, Severity } from "./schema.ts";

export type SeverityDefinition = {
  readonly respondWithinHours: number;
  readonly channel: Channel;
  readonly notifies: readonly EscalationAudience[];
  /** Resolving one needs a post-incident review (ESC-9). */
  readonly needsReview: boolean;
};

/** Hours and audiences are the standard charter's; the charter in force holds (ESC-8). */
export const SEVERITIES: Readonly<Record<Severity, SeverityDefinition>> = {
  low: { respondWithinHours: 168, channel: "weekly_digest", notifies: ["team"], needsReview: false },
  medium: { respondWithinHours: 48, channel: "daily_summary", notifies: ["chair"], needsReview: false },
  high: { respondWithinHours: 24, channel: "next_briefing", notifies: ["board"], needsReview: true },
  critical: { respondWithinHours: 4, channel: "immediate", notifies: ["board", "executive"], needsReview: true },
};

/** 1 for low to 4 for critical. */
export function rankOf(severity: Severity): number {
  return Severity.options.indexOf(severity) + 1;
}

export function toSeverity(rank: number): Severity {
  return Severity.parse(Severity.options[rank - 1]);
}

export function higherOf(a: Severity, b: Severity): Severity {
  return rankOf(a) >= rankOf(b) ? a : b;
}

/** null below the weekly digest: nothing is ever dropped. */
export function oneDown(channel: Channel): Channel | null {
  return Channel.options[Channel.options.indexOf(channel) - 1] ?? null;
}
