// Answers "what do escalations put on record?" (AUD-1, ESC-119). One act is one entry: a batch is one act, and its entry names
// every item that it made or joined. Titles, descriptions and reasons are free text and stay apart, where they can be erased.
import type { AuditEvent } from "../kernel/audit-event.ts";

export type EscalationsEvent =
  | AuditEvent<
      "escalations.escalation_raised",
      {
        severity: string;
        score: number;
        channel: string;
        isMerged: boolean;
        occurrences: number;
        category: string | null;
        model: string | null;
        venture: string | null;
        respondBy: string;
      }
    >
  | AuditEvent<
      "escalations.batch_raised",
      { raised: number; accepted: number; refused: number; created: readonly string[]; joined: readonly string[] }
    >
  | AuditEvent<"escalations.escalation_acknowledged", { assignee: string }>
  | AuditEvent<"escalations.escalations_acknowledged", { escalations: readonly string[]; assignee: string }>
  | AuditEvent<"escalations.acknowledgement_undone", { escalations: readonly string[] }>
  | AuditEvent<"escalations.escalation_assigned", { from: string | null; userId: string }>
  /** `from`: who answered before for those that were taken over from somebody. */
  | AuditEvent<
      "escalations.escalations_assigned",
      { escalations: readonly string[]; userId: string; from: Readonly<Record<string, string>> }
    >
  | AuditEvent<
      "escalations.escalations_resolved",
      { escalations: readonly string[]; late: readonly string[]; released: number }
    >
  | AuditEvent<"escalations.escalations_linked", { escalations: readonly string[]; proposal: string }>
  | AuditEvent<
      "escalations.escalation_resolved",
      { severity: string; occurrences: number; isLate: boolean; released: number }
    >
  | AuditEvent<"escalations.incident_reviewed", { reviewDigest: string; actions: number }>
  | AuditEvent<"escalations.incident_review_signed", { reviewDigest: string }>
  | AuditEvent<"escalations.proposal_linked", { proposal: string }>
  | AuditEvent<"escalations.silence_created", { matcherDigest: string; endsAt: string }>
  | AuditEvent<"escalations.silence_ended", { held: number }>
  | AuditEvent<
      "escalations.budget_set",
      { scope: string; immediatePerDay: number; nextBriefingPerDay: number; weeklyPerWeek: number }
    >
  | AuditEvent<"escalations.rules_changed", { fields: readonly string[]; revision: number }>
  | AuditEvent<"escalations.steps_taken", { reminded: readonly string[]; escalated: readonly string[]; late: number }>
  | AuditEvent<"escalations.digests_gathered", { items: number; held: number }>
  | AuditEvent<"escalations.digest_delivered", { kind: string; items: number; groups: number; isLate: boolean }>
  | AuditEvent<
      "escalations.briefing_sent",
      { day: string; immediate: number; cards: number; overdue: number; people: number }
    >
  | AuditEvent<"escalations.items_left_behind", { escalations: readonly string[] }>
  | AuditEvent<"escalations.items_released", { escalations: readonly string[]; heldAgain: number }>;

export function escalationSubject(reference: string) {
  return { type: "escalation", reference } as const;
}
