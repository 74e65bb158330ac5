// Answers "what do follow-ups put on record?" (AUD-1). Notes and titles are free text and stay out of the details.
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { ActionAct, ActionStatus } from "./schema.ts";

export type MeetingsEvent =
  | AuditEvent<
      "meetings.follow_ups_created",
      { decision: string; outcome: string; items: readonly string[]; model: string | null }
    >
  | AuditEvent<"meetings.incident_actions_created", { items: readonly string[] }>
  | AuditEvent<"meetings.escalation_review_scheduled", { action: string; dueAt: string; assignee: string | null }>
  | AuditEvent<
      "meetings.escalation_reviews_scheduled",
      { escalations: readonly string[]; actions: readonly string[]; dueAt: string; assignee: string | null }
    >
  | AuditEvent<"meetings.action_changed", { act: ActionAct; from: ActionStatus; to: ActionStatus; by: string }>
  | AuditEvent<"meetings.actions_released", { items: readonly string[] }>
  | AuditEvent<"meetings.actions_reminded", { dueSoon: readonly string[]; overdue: readonly string[] }>;
