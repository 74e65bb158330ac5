// Answers "what do reviews put on record?" (AUD-1).
import type { AuditEvent } from "../kernel/audit-event.ts";

export type ReviewsEvent = AuditEvent<"reviews.owners_reminded", { day: string; owners: number; models: number }>;
