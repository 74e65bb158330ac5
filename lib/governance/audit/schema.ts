// Answers "what can be asked of the audit log, and what does it answer?" (AUD-4; api.md: audit). Browser-safe.
import { z } from "zod";

const MAX_NUMBER = Number.MAX_SAFE_INTEGER;
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/u, { message: "Expected 64 hexadecimal digits" });

export const AuditOutcome = z.enum(["done", "denied", "failed"]);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

export const EntryNumber = z.coerce
  .number({ error: "An entry number is a whole number, such as 42" })
  .int({ message: "An entry number is a whole number, such as 42" })
  .min(1, { message: "Entries are numbered from 1" })
  .max(MAX_NUMBER, { message: "There is no such entry number" });

const Instant = z.iso.datetime({ offset: true, message: "Give an instant such as 2026-11-20T09:00:00Z" });

export const AuditListInput = z
  .strictObject({
    /** A whole action (`voting.ballot_cast`) or an area (`voting`). */
    action: z
      .string()
      .regex(/^[a-z][a-z_]{0,59}(?:\.[a-z][a-z_]{0,59})?$/u, {
        message: "Give an area or an action, such as voting.ballot_cast",
      })
      .optional(),
    /** The id of a person, or a kind of actor. */
    actor: z
      .union([z.uuid(), z.enum(["person", "agent", "system", "anonymous"])], {
        error: "Give the id of a person, or person, agent, system or anonymous",
      })
      .optional(),
    /** A public reference, such as MDL-7K3M9Q2A. */
    subject: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((text) => !text.includes("\u0000") && text.isWellFormed(), {
        message: "Give a reference, such as MDL-7K3M9Q2A",
      })
      .optional(),
    outcome: AuditOutcome.optional(),
    /** Inclusive. */
    from: Instant.optional(),
    /** Exclusive. */
    to: Instant.optional(),
    limit: z.coerce
      .number()
      .int()
      .min(1, { message: "Ask for at least 1" })
      .max(200, { message: "Ask for at most 200" })
      .default(50),
    /** The number of the last entry seen; the answer goes on below it. */
    cursor: EntryNumber.optional(),
  })
  .refine((input) => !input.from || !input.to || Date.parse(input.from) < Date.parse(input.to), {
    path: ["to"],
    message: "The end must be after the beginning",
  });
export type AuditListInput = z.infer<typeof AuditListInput>;

export const AuditEntry = z.strictObject({
  number: z.int().min(1),
  /** As shown: AR-00001. */
  reference: z.string(),
  entryId: z.uuid(),
  action: z.string(),
  actor: z.strictObject({ kind: z.string(), id: z.uuid().nullable() }),
  subject: z.strictObject({ type: z.string(), reference: z.string() }),
  details: z.record(z.string(), z.json()),
  outcome: AuditOutcome,
  beforeDigest: z.string().nullable(),
  afterDigest: z.string().nullable(),
  requestId: z.string(),
  occurredAt: z.iso.datetime(),
  leafHash: Hex32,
  /** `erased` when a commitment stands without its data. */
  personalState: z.enum(["none", "present", "erased"]),
  personal: z.record(z.string(), z.json()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

export const AuditList = z.strictObject({ items: z.array(AuditEntry), nextCursor: z.string().nullable() });
export type AuditList = z.infer<typeof AuditList>;

export const CheckpointOutput = z.strictObject({
  /** The C2SP signed note. */
  checkpoint: z.string(),
  publicKey: z.string(),
  size: z.int().min(0),
  root: Hex32,
});
export type CheckpointOutput = z.infer<typeof CheckpointOutput>;

export const ReceiptProof = z.strictObject({
  format: z.literal("gavel-audit-receipt/1"),
  organization: z.uuid(),
  number: z.int().min(1).max(MAX_NUMBER),
  leaf: z.string(),
  leafHash: Hex32,
  proof: z.array(Hex32).max(64),
  checkpoint: z.string(),
  publicKey: z.string(),
});
export type ReceiptProof = z.infer<typeof ReceiptProof>;

export const EntryProofInput = z.strictObject({ number: EntryNumber });

const TreeSize = z.coerce.number().int().min(0, { message: "A size is 0 or more" }).max(MAX_NUMBER);
export const ConsistencyInput = z
  .strictObject({ from: TreeSize, to: TreeSize })
  .refine((input) => input.from <= input.to, {
    path: ["to"],
    message: "The later size must not be below the earlier one",
  });
export const ConsistencyOutput = z.strictObject({
  from: z.int().min(0),
  to: z.int().min(0),
  fromRoot: Hex32,
  toRoot: Hex32,
  proof: z.array(Hex32).max(128),
});
export type ConsistencyOutput = z.infer<typeof ConsistencyOutput>;

export const AuditExportInput = z.strictObject({
  /** Personal data is included only when asked for. */
  personal: z.enum(["include", "withhold"]).default("withhold"),
});
