// Answers "what do notifications put on record?" (AUD-1): who read what is theirs, and what became of each mail. Addresses
// and the mail server's words stay out.
import type { AuditEvent } from "../kernel/audit-event.ts";

export type NotificationEvent =
  | AuditEvent<"notifications.marked_read", { marked: number }>
  | AuditEvent<"notifications.mail_attempted", { attempt: number; reason: string }>
  | AuditEvent<"notifications.mail_sent", { attempt: number }>
  | AuditEvent<"notifications.mail_failed", { attempt: number; code: string; isFinal: boolean }>
  | AuditEvent<"notifications.mail_requeued", { attempts: number }>;

type Action = NotificationEvent["action"];
type DetailsOf<Name extends Action> = Extract<NotificationEvent, { action: Name }>["details"];

export function mailEvent<Name extends Exclude<Action, "notifications.marked_read">>(
  action: Name,
  delivery: string,
  details: DetailsOf<Name>,
): AuditEvent<Name, DetailsOf<Name>> {
  return { action, subject: { type: "mail", reference: delivery }, details };
}
