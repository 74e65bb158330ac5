// Answers "which acts on the log itself are entries?" (AUD-1, AUD-5).
import type { AuditEvent } from "../kernel/audit-event.ts";
import { formatEntryNumber } from "./entry-number.ts";

export type LogExported = AuditEvent<
  "audit.log_exported",
  { size: number; root: string; personal: "include" | "withhold" }
>;
export type PersonalErased = AuditEvent<"audit.personal_erased", { number: number }>;
export type AuditAreaEvent = LogExported | PersonalErased;

/** `root` is the hexadecimal root of the exported entries. */
export function logExported(facts: LogExported["details"]): LogExported {
  return {
    action: "audit.log_exported",
    subject: { type: "audit_log", reference: formatEntryNumber(facts.size) },
    details: facts,
  };
}

export function personalErased(number: number): PersonalErased {
  return {
    action: "audit.personal_erased",
    subject: { type: "audit_entry", reference: formatEntryNumber(number) },
    details: { number },
  };
}
