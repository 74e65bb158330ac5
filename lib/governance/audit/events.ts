// Answers "which acts on the log itself are entries?" (AUD-1, AUD-5, AUD-107).
import type { AuditEvent } from "../kernel/audit-event.ts";
import { type ErasureReason, formatEntryNumber } from "./schema.ts";

export type LogExported = AuditEvent<"audit.log_exported", { personal: "include" | "withhold" }>;
export type PersonalErased = AuditEvent<"audit.personal_erased", { number: number; reason: ErasureReason }>;

/** Its own number says how much was exported: every entry up to and with this one. */
export function logExported(organizationId: string, personal: "include" | "withhold"): LogExported {
  return {
    action: "audit.log_exported",
    subject: { type: "audit_log", reference: organizationId },
    details: { personal },
  };
}

export function personalErased(number: number, reason: ErasureReason): PersonalErased {
  return {
    action: "audit.personal_erased",
    subject: { type: "audit_entry", reference: formatEntryNumber(number) },
    details: { number, reason },
  };
}
