// Reads and writes of imports: the uploaded file, its progress and its report.
import { queryApart } from "../../db/apart.ts";
import type { Prisma } from "../../db/generated/client.ts";
import type { UnitOfWork } from "../../db/unit-of-work.ts";
import { refuse } from "../kernel/refusal.ts";
import { deriveImportState, importActs } from "./import/import-state.ts";
import type { ImportCounts } from "./import/plan.ts";
import type { ImportReport } from "./import/report.ts";
import { ImportMapping } from "./import/schema.ts";
import { ImportPhase, ImportState, type ImportView } from "./import/view.ts";
import { loadPeople } from "./owner-store.ts";

// ── batches ──────────────────────────────────────────────────────────────────────────────────────────────────────────
const LISTED = { omit: { content: true, report: true }, include: { progress: true } } as const;
type BatchRow = Prisma.ImportBatchGetPayload<typeof LISTED>;

/** An import without its file and its report, which can be large. */
export type StoredImport = {
  readonly id: string;
  readonly reference: string;
  readonly fileName: string;
  readonly bytes: number;
  readonly contentDigest: string;
  readonly encoding: string;
  readonly mapping: ImportMapping | null;
  /** As decided; `state` with its progress taken into account. */
  readonly stored: ImportState;
  readonly state: ImportState;
  readonly counts: ImportCounts | null;
  readonly failure: string | null;
  readonly progress: { phase: ImportPhase; rowsDone: number; rowsTotal: number; updatedAt: Date } | null;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
};

async function toStoredImports(tx: UnitOfWork, rows: readonly BatchRow[]): Promise<StoredImport[]> {
  const sizes = await tx.db.$queryRaw<{ id: string; bytes: number }[]>`
    SELECT id, octet_length(content)::int AS bytes FROM import_batches
    WHERE organization_id = app_organization() AND id = ANY(${rows.map(({ id }) => id)}::uuid[])`;
  const bytesOf = new Map(sizes.map(({ id, bytes }) => [id, bytes]));
  return rows.map((row) => {
    const stored = ImportState.parse(row.state);
    const progress = row.progress === null ? null : { ...row.progress, phase: ImportPhase.parse(row.progress.phase) };
    return {
      ...row,
      bytes: bytesOf.get(row.id) ?? 0,
      mapping: row.mapping === null ? null : ImportMapping.parse(row.mapping),
      stored,
      state: deriveImportState(stored, progress?.phase ?? null),
      counts: row.counts as unknown as ImportCounts | null,
      progress,
    };
  });
}

export async function loadImport(tx: UnitOfWork, reference: string): Promise<StoredImport> {
  const row = await tx.db.importBatch.findFirst({ where: { reference }, ...LISTED });
  const [found] = row === null ? [] : await toStoredImports(tx, [row]);
  if (found === undefined) throw refuse("kernel.not_found", { subject: "import", reference });
  return found;
}

/** Newest first, those before the cursor, which is an id. */
export async function loadImports(tx: UnitOfWork, limit: number, before: string | undefined): Promise<StoredImport[]> {
  const rows = await tx.db.importBatch.findMany({
    where: before === undefined ? {} : { id: { lt: before } },
    orderBy: { id: "desc" },
    take: limit,
    ...LISTED,
  });
  return toStoredImports(tx, rows);
}

export async function toImportViews(tx: UnitOfWork, imports: readonly StoredImport[]): Promise<ImportView[]> {
  const personOf = await loadPeople(
    tx,
    imports.map(({ createdBy }) => createdBy),
  );
  return imports.map((batch) => ({
    reference: batch.reference,
    fileName: batch.fileName,
    bytes: batch.bytes,
    contentDigest: batch.contentDigest,
    encoding: batch.encoding,
    state: batch.state,
    source: batch.mapping?.source ?? null,
    counts: batch.counts,
    failure: batch.failure,
    progress: batch.progress && {
      phase: batch.progress.phase,
      rowsDone: batch.progress.rowsDone,
      rowsTotal: batch.progress.rowsTotal,
      updatedAt: batch.progress.updatedAt.toISOString(),
    },
    createdBy: personOf(batch.createdBy),
    createdAt: batch.createdAt.toISOString(),
    startedAt: batch.startedAt?.toISOString() ?? null,
    finishedAt: batch.finishedAt?.toISOString() ?? null,
    acts: [...importActs(batch.state)],
  }));
}

export async function loadImportView(tx: UnitOfWork, reference: string): Promise<ImportView> {
  const [view] = await toImportViews(tx, [await loadImport(tx, reference)]);
  if (view === undefined) throw new Error("INVARIANT: one import, one view");
  return view;
}

export async function loadContent(tx: UnitOfWork, importId: string): Promise<Uint8Array> {
  const { content } = await tx.db.importBatch.findFirstOrThrow({ where: { id: importId }, select: { content: true } });
  return content;
}

export async function loadReport(tx: UnitOfWork, importId: string): Promise<ImportReport | null> {
  const { report } = await tx.db.importBatch.findFirstOrThrow({ where: { id: importId }, select: { report: true } });
  return report as unknown as ImportReport | null;
}

export async function createImport(
  tx: UnitOfWork,
  batch: {
    fileName: string;
    content: Uint8Array;
    contentDigest: string;
    encoding: string;
    createdBy: string;
    createdAt: Date;
  },
): Promise<string> {
  const reference = tx.reference("import");
  await tx.db.importBatch.create({ data: { ...batch, content: Buffer.from(batch.content), reference } });
  return reference;
}

/** Locks the import's row; a key-share lock of its progress does not wait for it. */
export async function lockImport(tx: UnitOfWork, reference: string): Promise<StoredImport> {
  await tx.db.$queryRaw`SELECT id FROM import_batches
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE`;
  return loadImport(tx, reference);
}

/** The same, unless the import is running, which holds its row; null then. */
export async function tryLockImport(tx: UnitOfWork, reference: string): Promise<StoredImport | null> {
  const rows = await tx.db.$queryRaw<unknown[]>`SELECT id FROM import_batches
    WHERE organization_id = app_organization() AND reference = ${reference} FOR NO KEY UPDATE SKIP LOCKED`;
  return rows.length === 0 ? null : loadImport(tx, reference);
}

/** All that wait to run, in one order: of two imports in one organisation, the second begins when the first has ended. */
export async function lockQueuedImports(tx: UnitOfWork): Promise<void> {
  await tx.db.$queryRaw`SELECT id FROM import_batches
    WHERE organization_id = app_organization() AND state = 'queued' ORDER BY id FOR NO KEY UPDATE`;
}

export async function saveImport(
  tx: UnitOfWork,
  importId: string,
  change: Omit<Prisma.ImportBatchUncheckedUpdateInput, "progress">,
): Promise<void> {
  await tx.db.importBatch.update({
    where: { organizationId_id: { organizationId: tx.organizationId, id: importId } },
    data: change,
    select: { id: true },
  });
}

/** The import of this source, other than this one, that has not ended. */
export async function findUnfinished(tx: UnitOfWork, source: string, exceptId: string): Promise<string | null> {
  const rows = await tx.db.$queryRaw<{ reference: string }[]>`
    SELECT b.reference FROM import_batches b
    LEFT JOIN import_progress p ON p.organization_id = b.organization_id AND p.import_id = b.id
    WHERE b.organization_id = app_organization() AND b.state = 'queued' AND p.phase IS DISTINCT FROM 'cancelling'
      AND b.mapping ->> 'source' = ${source} AND b.id <> ${exceptId}::uuid LIMIT 1`;
  return rows[0]?.reference ?? null;
}

// ── progress ─────────────────────────────────────────────────────────────────────────────────────────────────────────
export async function createProgress(tx: UnitOfWork, importId: string, rowsTotal: number, at: Date): Promise<void> {
  await tx.db.importProgress.create({ data: { importId, phase: "queued", rowsDone: 0, rowsTotal, updatedAt: at } });
}

/** Seen by others at once, whatever becomes of the import. False: the import was asked to stop. */
export async function reportProgress(
  organizationId: string,
  importId: string,
  progress: { readonly phase: ImportPhase; readonly rowsDone: number },
): Promise<boolean> {
  const rows = await queryApart(
    organizationId,
    `UPDATE import_progress SET phase = $2, rows_done = $3, updated_at = governance_now()
     WHERE import_id = $1 AND phase <> 'cancelling' RETURNING import_id`,
    [importId, progress.phase, progress.rowsDone],
  );
  return rows.length > 0;
}

/** Ends the progress in the import's own transaction. False: it was asked to stop first. After this nobody can ask. */
export async function endProgress(tx: UnitOfWork, importId: string, rowsDone: number): Promise<boolean> {
  const count = await tx.db.$executeRaw`
    UPDATE import_progress SET phase = 'done', rows_done = ${rowsDone}, updated_at = governance_now()
    WHERE organization_id = app_organization() AND import_id = ${importId}::uuid AND phase <> 'cancelling'`;
  return count > 0;
}

/** Asks a running import to stop. False: it has ended. */
export async function requestStop(tx: UnitOfWork, importId: string): Promise<boolean> {
  const count = await tx.db.$executeRaw`
    UPDATE import_progress SET phase = 'cancelling', updated_at = governance_now()
    WHERE organization_id = app_organization() AND import_id = ${importId}::uuid AND phase <> 'done'`;
  return count > 0;
}
