// Answers "what do the import's operations take and show?" (REG-10). Browser-safe.
import { z } from "zod";
import { referenceSchema } from "../../kernel/reference.ts";
import { textSchema } from "../../kernel/text.ts";
import { ModelStatus, Tier, TierFacts } from "../schema.ts";
import { PersonView, ReasonView } from "../scorecard-view.ts";
import { PageCursor, PageLimit } from "../view.ts";
import { Delimiter, ImportField, ImportMapping } from "./schema.ts";

export const LARGEST_FILE_BYTES = 20 * 1024 * 1024;
const reference = referenceSchema("import");
const Instant = z.iso.datetime();
const count = z.int().min(0);
const Digest = z.string().regex(/^[0-9a-f]{64}$/u, { message: "A digest has 64 hexadecimal digits" });

/** `running` is derived from the progress; the row says `queued` until the import is done. */
export const ImportState = z.enum(["uploaded", "queued", "running", "completed", "failed", "cancelled"]);
export type ImportState = z.infer<typeof ImportState>;
export const ImportPhase = z.enum(["queued", "reading", "planning", "writing", "done", "cancelling"]);
export type ImportPhase = z.infer<typeof ImportPhase>;

// ── inputs ───────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ImportReference = z.strictObject({ reference });
export const UploadImportInput = z.strictObject({
  fileName: textSchema({ max: 255, what: "File name" }),
  content: z
    .instanceof(Uint8Array, { error: "The file is missing" })
    .refine((bytes) => bytes.byteLength <= LARGEST_FILE_BYTES, { message: "A file may have at most 20 MiB" }),
});
export const PreviewImportInput = z.strictObject({
  reference,
  mapping: ImportMapping,
  rows: z.int().min(1).max(200).default(20),
});
export const StartImportInput = z.strictObject({
  reference,
  mapping: ImportMapping,
  /** The digest of the file that the preview showed. */
  contentDigest: Digest,
});
/** Payload of the topic `registry.import_requested`. */
export const RunImportInput = z.strictObject({ importReference: reference, requestedBy: z.guid() });
export const FailImportInput = z.strictObject({ importReference: reference, cause: z.string().max(2_000) });
export const ListImportsInput = z.strictObject({ limit: PageLimit, cursor: PageCursor.optional() });
export const SaveMappingInput = z.strictObject({
  name: textSchema({ max: 120, what: "Name of the mapping" }),
  mapping: ImportMapping,
});

// ── outputs ──────────────────────────────────────────────────────────────────────────────────────────────────────────
export const ImportCountsView = z.strictObject({
  read: count,
  created: count,
  updated: count,
  unchanged: count,
  duplicate: count,
  rejected: count,
});

export const ImportView = z.strictObject({
  reference: z.string(),
  fileName: z.string(),
  bytes: count,
  contentDigest: z.string(),
  encoding: z.string(),
  state: ImportState,
  source: z.string().nullable(),
  counts: ImportCountsView.nullable(),
  failure: z.string().nullable(),
  progress: z.strictObject({ phase: ImportPhase, rowsDone: count, rowsTotal: count, updatedAt: Instant }).nullable(),
  createdBy: PersonView,
  createdAt: Instant,
  startedAt: Instant.nullable(),
  finishedAt: Instant.nullable(),
  /** What the caller may do with it now. */
  acts: z.array(z.enum(["map", "start", "cancel"])),
});
export type ImportView = z.infer<typeof ImportView>;
export const ImportList = z.strictObject({ items: z.array(ImportView), nextCursor: z.string().nullable() });

const ColumnView = z.strictObject({
  column: z.string(),
  filled: count,
  blank: count,
  distinct: count,
  /** All distinct values with their counts where there are at most 200; else the three most frequent, shortened. */
  values: z.array(z.strictObject({ value: z.string(), count })),
  hasAllValues: z.boolean(),
});

/** The file as it was understood, with the mapping to begin with. */
export const ImportColumns = z.strictObject({
  reference: z.string(),
  fileName: z.string(),
  contentDigest: z.string(),
  encoding: z.string(),
  delimiter: Delimiter,
  rows: count,
  columns: z.array(ColumnView),
  mapping: ImportMapping,
  /** `saved`: a saved mapping fits the columns; `started`: this import was already started with it. */
  mappingFrom: z.enum(["suggested", "saved", "started"]),
  savedMapping: z.string().nullable(),
});
export type ImportColumns = z.infer<typeof ImportColumns>;

const ReportedRowView = z.strictObject({
  row: z.int(),
  outcome: z.enum(["created", "updated", "unchanged", "duplicate", "rejected"]),
  name: z.string().nullable(),
  reference: z.string().nullable(),
  sourceId: z.string().nullable(),
  tier: Tier.nullable(),
  detail: z.string().nullable(),
});
const UnreadView = z.strictObject({
  column: z.string(),
  field: ImportField,
  value: z.string(),
  cause: z.string(),
  /** The first rows with it, at most 100; `count` is all of them. */
  rows: z.array(z.int()),
  count,
});

const Summary = {
  counts: ImportCountsView,
  byTier: z.record(Tier, count),
  byStatus: z.record(ModelStatus, count),
  /** Rejected rows, at most 200. */
  problems: z.array(ReportedRowView),
  /** Rows identical to an earlier one, at most 200. */
  duplicates: z.array(ReportedRowView),
  /** Values that could not be read, most frequent first, at most 500. */
  unread: z.array(UnreadView),
  unreadValues: count,
};

export const ImportPreview = z.strictObject({
  ...Summary,
  reference: z.string(),
  contentDigest: z.string(),
  /** The first rows as the models they would become. */
  rows: z.array(
    z.strictObject({
      ...ReportedRowView.shape,
      version: z.string().nullable(),
      unit: z.string().nullable(),
      status: ModelStatus.nullable(),
      facts: TierFacts.nullable(),
      tierReasons: z.array(ReasonView).readonly(),
    }),
  ),
});
export type ImportPreview = z.infer<typeof ImportPreview>;

/** An import with its report, once there is one. */
export const ImportDetail = z.strictObject({
  ...ImportView.shape,
  mapping: ImportMapping.nullable(),
  report: z.strictObject(Summary).nullable(),
});
export type ImportDetail = z.infer<typeof ImportDetail>;

export const SavedMappingView = z.strictObject({ name: z.string(), mapping: ImportMapping, updatedAt: Instant });
export const SavedMappingList = z.strictObject({ items: z.array(SavedMappingView) });
export const MappingSaved = z.strictObject({ name: z.string(), mappingDigest: z.string() });
export const ReportFile = z.strictObject({ fileName: z.string(), contentType: z.string(), content: z.string() });
