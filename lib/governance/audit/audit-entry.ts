// Answers "how is an entry read by people?" (AUD-105): everything comes from the leaf, which is what was signed.
import type { Json } from "../kernel/audit-event.ts";
import { hashLeaf } from "./merkle.ts";
import { type AuditEntry, formatEntryNumber } from "./schema.ts";

export type StoredEntry = {
  readonly number: number;
  readonly leaf: string;
  readonly personal: Readonly<Record<string, Json>> | null;
  /** Hexadecimal. */
  readonly salt: string | null;
};

type LeafContent = Pick<
  AuditEntry,
  | "entryId"
  | "action"
  | "actor"
  | "subject"
  | "details"
  | "outcome"
  | "beforeDigest"
  | "afterDigest"
  | "requestId"
  | "occurredAt"
> & { readonly personalCommitment: string | null };

export function toAuditEntry(stored: StoredEntry): AuditEntry {
  const leaf = JSON.parse(stored.leaf) as LeafContent;
  return {
    number: stored.number,
    reference: formatEntryNumber(stored.number),
    entryId: leaf.entryId,
    action: leaf.action,
    actor: leaf.actor,
    subject: leaf.subject,
    details: leaf.details,
    outcome: leaf.outcome,
    beforeDigest: leaf.beforeDigest,
    afterDigest: leaf.afterDigest,
    requestId: leaf.requestId,
    occurredAt: leaf.occurredAt,
    leafHash: Buffer.from(hashLeaf(stored.leaf)).toString("hex"),
    personalState: derivePersonalState(leaf.personalCommitment, stored.personal),
    personal: stored.personal ? { ...(stored.personal as AuditEntry["details"]) } : null,
  };
}

function derivePersonalState(
  commitment: string | null,
  personal: StoredEntry["personal"],
): AuditEntry["personalState"] {
  if (commitment === null) return "none";
  return personal === null ? "erased" : "present";
}
