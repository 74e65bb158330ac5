// Answers "what can be asked of the audit log, and what does it answer?" (AUD-4; api.md: audit). Browser-safe.
import { z } from "zod";
import { normalizeReference } from "../kernel/reference.ts";

const MAX_NUMBER = Number.MAX_SAFE_INTEGER;
const Hex32 = z.string().regex(/^[0-9a-f]{64}$/u, { message: "Expected 64 hexadecimal digits" });

export const AuditOutcome = z.enum(["done", "denied", "failed"]);
export type AuditOutcome = z.infer<typeof AuditOutcome>;

// ── entry numbers (AUD-103) ──────────────────────────────────────────────────────────────────────────────────────────
/** Number (1 or more) as shown: AR-00001, AR-99999, AR-100000. */
export function formatEntryNumber(number: number): string {
  if (!Number.isSafeInteger(number) || number < 1) throw new RangeError(`Not an entry number: ${number}`);
  return `AR-${String(number).padStart(5, "0")}`;
}

/** Reads what a person typed: `AR-00042`, `ar-42` or `42`; null for anything else. */
export function parseEntryNumber(typed: string): number | null {
  const digits = /^(?:AR-)?0*([1-9][0-9]{0,15})$/iu.exec(typed.trim())?.[1];
  const number = Number(digits);
  return digits !== undefined && Number.isSafeInteger(number) ? number : null;
}

const EntryNumber = z.coerce
  .number({ error: "An entry number is a whole number, such as 42" })
  .int({ message: "An entry number is a whole number, such as 42" })
  .min(1, { message: "Entries are numbered from 1" })
  .max(MAX_NUMBER, { message: "There is no such entry number" });

/** An instant, or a day of the organisation's time zone. */
const Moment = z
  .union([z.iso.date(), z.iso.datetime({ offset: true })], {
    error: "Give a day such as 2026-11-20, or an instant such as 2026-11-20T09:00:00Z",
  })
  // The database knows no year 0 and no offset of a day; an instant goes to it in UTC.
  .refine((moment) => new Date(moment).getUTCFullYear() >= 1, { message: "Give a day of our era" });

const DAY = 86_400_000;

/** Days are compared as if they were UTC; a day as an end includes itself. */
function isForward(from: string, to: string): boolean {
  const end = Date.parse(to) + (to.includes("T") ? 0 : DAY);
  return Date.parse(from) < end;
}

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
    /** A public reference, such as MDL-7K3M9Q2A, or the id of a person. */
    subject: z
      .string()
      .trim()
      .min(1)
      .max(200)
      .refine((text) => !text.includes("\u0000") && text.isWellFormed(), {
        message: "Give a reference, such as MDL-7K3M9Q2A",
      })
      .transform((text) => (/^[a-z]{2,3}-[0-9a-z]+$/iu.test(text) ? normalizeReference(text) : text))
      .optional(),
    outcome: AuditOutcome.optional(),
    /** Inclusive. */
    from: Moment.optional(),
    /** An instant is exclusive, a day includes itself. */
    to: Moment.optional(),
    limit: z.coerce
      .number()
      .int()
      .min(1, { message: "Ask for at least 1" })
      .max(200, { message: "Ask for at most 200" })
      .default(50),
    /** The number of the last entry seen; the answer goes on below it. */
    cursor: EntryNumber.optional(),
  })
  .refine((input) => !input.from || !input.to || isForward(input.from, input.to), {
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
  /** `erased` when a commitment stands without its data; `withheld` from those who may not see it. */
  personalState: z.enum(["none", "present", "erased", "withheld"]),
  personal: z.record(z.string(), z.json()).nullable(),
});
export type AuditEntry = z.infer<typeof AuditEntry>;

/** An entry as people read it: names are those of today, the rest comes from the leaf. */
export const ToldEntry = z.strictObject({
  ...AuditEntry.shape,
  /** "Mira Okafor voted on PRP-7K3M9Q2A" */
  sentence: z.string(),
  actorName: z.string(),
  /** How the sentence calls the subject: a reference, or a person's name. */
  subjectName: z.string(),
});
export type ToldEntry = z.infer<typeof ToldEntry>;

export const AuditList = z.strictObject({ items: z.array(ToldEntry), nextCursor: z.string().nullable() });
export type AuditList = z.infer<typeof AuditList>;

export const CheckpointInput = z.strictObject({
  organization: z.uuid({ message: "Give the id of an organisation, as it stands in every receipt" }).optional(),
});

export const CheckpointOutput = z.strictObject({
  /** The C2SP signed note. */
  checkpoint: z.string(),
  publicKey: z.string(),
  size: z.int().min(0),
  root: Hex32,
});
export type CheckpointOutput = z.infer<typeof CheckpointOutput>;

export const KeptCheckpoint = z.strictObject({
  checkpoint: z.string(),
  size: z.int().min(0),
  root: Hex32,
  keptAt: z.iso.datetime(),
});
export type KeptCheckpoint = z.infer<typeof KeptCheckpoint>;

/** What the head of the audit page shows, and what the log can be filtered by. */
export const LogOverview = z.strictObject({
  latest: CheckpointOutput,
  lastEntryAt: z.iso.datetime().nullable(),
  /** Signed notes kept so far, newest first. */
  kept: z.array(KeptCheckpoint),
  actions: z.array(z.string()),
  actors: z.array(z.strictObject({ id: z.string(), name: z.string() })),
});
export type LogOverview = z.infer<typeof LogOverview>;

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

/** One hash of an inclusion proof, and what it leads to. */
export const PathStep = z.strictObject({
  /** Where the other hash stands. */
  side: z.enum(["left", "right"]),
  /** The entries it stands for. */
  from: z.int().min(1),
  to: z.int().min(1),
  hash: Hex32,
  /** The hash of both. */
  result: Hex32,
});
export type PathStep = z.infer<typeof PathStep>;

export const EntryPage = z.strictObject({
  entry: ToldEntry,
  /** The text that was hashed. */
  leaf: z.string(),
  receipt: ReceiptProof,
  path: z.array(PathStep),
  /** Which entries the person may step to. */
  size: z.int().min(1),
});
export type EntryPage = z.infer<typeof EntryPage>;

/** Enough for a receipt with its leaf. */
export const MOST_EVIDENCE_CHARACTERS = 500_000;
export const EvidenceInput = z.strictObject({
  evidence: z
    .string({ error: "Paste a receipt or a checkpoint" })
    .trim()
    .min(1, { message: "Paste a receipt or a checkpoint" })
    .max(MOST_EVIDENCE_CHARACTERS, { message: "This is longer than any receipt" }),
});

const Fact = z.union([z.string(), z.number(), z.boolean(), z.null(), z.array(z.string()).readonly()]);
export const EvidenceCheck = z.strictObject({
  holds: z.boolean(),
  reason: z.strictObject({ code: z.string(), facts: z.record(z.string(), Fact).readonly() }).readonly(),
});
export type EvidenceCheck = z.infer<typeof EvidenceCheck>;

/** What a receipt or a checkpoint proves against this log; `proved` when every check holds. */
export const EvidenceAnswer = z.strictObject({
  kind: z.enum(["receipt", "checkpoint"]),
  outcome: z.enum(["proved", "refuted"]),
  checks: z.array(EvidenceCheck),
  /** The entry that the receipt speaks of, as the receipt tells it. */
  number: z.int().min(1).nullable(),
  sentence: z.string().nullable(),
  /** How many entries the checkpoint covers. */
  size: z.int().min(0).nullable(),
});
export type EvidenceAnswer = z.infer<typeof EvidenceAnswer>;

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

export const ErasureReason = z.enum(["asked_by_person", "no_longer_needed", "recorded_by_mistake"]);
export type ErasureReason = z.infer<typeof ErasureReason>;
export const ErasePersonalInput = z.strictObject({ number: EntryNumber, reason: ErasureReason });

export const AuditExportInput = z.strictObject({
  /** Personal data is included only when asked for. */
  personal: z.enum(["include", "withhold"]).default("withhold"),
});

/** What an export is made of, fixed before its first byte. */
export const PreparedExport = z.strictObject({
  header: z.string(),
  /** Entries 1 to this one; the last one records the export itself. */
  size: z.int().min(1),
  fileName: z.string(),
});
export type PreparedExport = z.infer<typeof PreparedExport>;

const MOST_EXPORT_ENTRIES = 1_000;
export const ExportPageInput = z
  .strictObject({
    from: EntryNumber,
    to: EntryNumber,
    /** Where the chain of the lines stood before `from`. */
    chain: Hex32,
    personal: AuditExportInput.shape.personal,
  })
  .refine((input) => input.from <= input.to && input.to - input.from < MOST_EXPORT_ENTRIES, {
    path: ["to"],
    message: `A part has 1 to ${MOST_EXPORT_ENTRIES} entries`,
  });
export const ExportPage = z.strictObject({ lines: z.string(), chain: Hex32 });
