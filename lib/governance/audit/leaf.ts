// Answers "what exactly is hashed for one act?" (AUD-1, AUD-2, AUD-5, AUD-101, AUD-102). A leaf is RFC 8785 text without
// its number: the number is its position in the tree. Personal data stays outside, behind a salted commitment.
import { createHash } from "node:crypto";
import type { AuditEvent, Json } from "../kernel/audit-event.ts";
import { toCanonicalJson } from "../kernel/digest.ts";
import { hashLeaf } from "./merkle.ts";

const LEAF_VERSION = 1;
const LEAST_SALT_BYTES = 16;

/** Kind and id only: a name or an address would stay in the log for ever. */
export type LeafActor = { readonly kind: string; readonly id: string | null };

export type LeafContext = {
  readonly organizationId: string;
  /** A fresh uuid for this entry. */
  readonly entryId: string;
  readonly actor: LeafActor;
  readonly requestId: string;
  readonly occurredAt: Date;
  /** At least 16 fresh random bytes; kept only when the event has personal data. */
  readonly salt: Uint8Array;
};

/** As JSON it is one element of the array that the SQL function `audit_append` takes. Hash and salt are hexadecimal. */
export type Leaf = {
  readonly text: string;
  /** SHA-256(0x00 || text as UTF-8). */
  readonly hash: string;
  readonly personal: Readonly<Record<string, Json>> | null;
  readonly salt: string | null;
};

export function toLeaf(event: AuditEvent, context: LeafContext): Leaf {
  if (context.salt.length < LEAST_SALT_BYTES)
    throw new RangeError(`A salt needs ${LEAST_SALT_BYTES} random bytes or more`);
  const personal = event.personal ? (toStorable(event.personal) as Record<string, Json>) : null;
  const text = toCanonicalJson(
    toStorable({
      v: LEAF_VERSION,
      entryId: context.entryId,
      organization: context.organizationId,
      action: event.action,
      actor: { kind: context.actor.kind, id: context.actor.id },
      subject: { type: event.subject.type, reference: event.subject.reference },
      details: event.details,
      outcome: event.outcome ?? "done",
      beforeDigest: event.beforeDigest ?? null,
      afterDigest: event.afterDigest ?? null,
      requestId: context.requestId,
      occurredAt: context.occurredAt.toISOString(),
      personalCommitment: personal && commitTo(personal, context.salt),
    }),
  );
  const salt = personal && Buffer.from(context.salt).toString("hex");
  return { text, hash: Buffer.from(hashLeaf(text)).toString("hex"), personal, salt };
}

/** Hexadecimal SHA-256(salt || canonical personal data): says nothing once salt and data are erased. */
export function commitTo(personal: Readonly<Record<string, Json>>, salt: Uint8Array): string {
  return createHash("sha256").update(salt).update(toCanonicalJson(personal)).digest("hex");
}

// A failed sign-in is recorded with whatever was typed. NUL and lone surrogates cannot be stored as text, and an attempt
// must not escape the log by containing them: they become U+FFFD before anything is hashed.
function toStorable(value: Json): Json {
  if (typeof value === "string") return value.toWellFormed().replaceAll("\u0000", "\uFFFD");
  if (value === null || typeof value !== "object") return value;
  if (isJsonArray(value)) return value.map(toStorable);
  const entries = Object.entries(value).map(([key, item]) => [toStorable(key) as string, toStorable(item)] as const);
  return Object.fromEntries(entries);
}

function isJsonArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
