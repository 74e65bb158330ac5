// Answers "what does this room put on record?" (AUD-1). What the board decides is recorded with the vote; here stands what a
// person does alone.
import type { AuditEvent } from "../kernel/audit-event.ts";
import type { GrantKind } from "./schema.ts";

export type PolicyEvent = AuditEvent<
  "policy.grant_revoked",
  { kind: GrantKind; until: string; decision: string; model: string | null }
>;
