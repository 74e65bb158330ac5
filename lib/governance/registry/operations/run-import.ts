// Carries an import out: one transaction, one audit entry, all of it or nothing. Others follow its progress, which is written
// beside the transaction, and may stop it until its last step. Run again, it finds its work done.

import { defineOperation } from "../../../db/operation.ts";
import type { UnitOfWork } from "../../../db/unit-of-work.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { digestOf } from "../../kernel/digest.ts";
import { Refusal } from "../../kernel/refusal.ts";
import { notify } from "../../notifications/store.ts";
import type { RegistryEvent } from "../events.ts";
import { requireFit, requireInventory } from "../import/file-reading.ts";
import { planImport } from "../import/plan.ts";
import { ownerEmailsOf, withUnknownOwners } from "../import/plan-preview.ts";
import { toImportReport } from "../import/report.ts";
import type { ImportMapping } from "../import/schema.ts";
import { type ImportPhase, ImportView, RunImportInput } from "../import/view.ts";
import {
  endProgress,
  loadContent,
  loadImportView,
  lockImport,
  lockQueuedImports,
  reportProgress,
  type StoredImport,
  saveImport,
} from "../import-store.ts";
import { OWNER_ASSIGNED } from "../owner-store.ts";
import { loadOwnersByEmail, loadSourceModels, writePlan } from "../source-store.ts";

type Run = {
  readonly tx: UnitOfWork;
  readonly batch: StoredImport;
  readonly mapping: ImportMapping;
  readonly at: Date;
  /** Throws `Stopped` when somebody asked the import to stop. */
  readonly report: (phase: ImportPhase, rowsDone: number) => Promise<void>;
};

/** The import was asked to stop: what it wrote is taken back. */
class Stopped extends Error {
  override readonly name = "Stopped";
}

export const runImport = defineOperation({
  name: "registry.run_import",
  summary: "Carry out a started import",
  permission: "system.run",
  effect: "write",
  timeoutMs: 600_000,
  input: RunImportInput,
  output: ImportView,
  async run({ input: { importReference, requestedBy }, now, tx }) {
    await lockQueuedImports(tx);
    const batch = await lockImport(tx, importReference);
    if (batch.stored !== "queued" || batch.mapping === null) {
      tx.unchanged();
      return loadImportView(tx, batch.reference);
    }
    const at = await now();
    const report = async (phase: ImportPhase, rowsDone: number) => {
      if (!(await reportProgress(tx.organizationId, batch.id, { phase, rowsDone }))) throw new Stopped();
    };
    await tx.db.$executeRaw`SAVEPOINT before_import`;
    try {
      await carryOut({ tx, batch, mapping: batch.mapping, at, report }, requestedBy);
    } catch (error) {
      // After a statement that failed, the transaction answers nothing more: it rolls back as a whole.
      if (!(error instanceof Stopped) && !(error instanceof Refusal)) throw error;
      await tx.db.$executeRaw`ROLLBACK TO SAVEPOINT before_import`;
      await endWithout(tx, batch, error, await now());
    }
    return loadImportView(tx, batch.reference);
  },
});

async function carryOut(run: Run, requestedBy: string): Promise<void> {
  const { tx, batch, mapping, at, report } = run;
  await report("reading", 0);
  const { table, fileDigest } = requireInventory(await loadContent(tx, batch.id), mapping.delimiter);
  const fitted = requireFit(mapping, table.columns);
  await report("planning", 0);
  const existing = await loadSourceModels(tx, mapping.source, "lock");
  const planned = planImport(table, fitted, existing);
  const owners = await loadOwnersByEmail(tx, ownerEmailsOf(planned), "lock");
  const plan = withUnknownOwners(planned, owners, fitted.text.ownerEmail[0]?.column);
  const references = await writePlan(tx, plan, { existing, owners, at }, (rowsDone) => report("writing", rowsDone));
  if (owners.size > 0) await tx.publish(OWNER_ASSIGNED, {});
  const { counts, unread } = plan;
  const result = toImportReport(plan, { source: mapping.source, fileDigest }, references);
  await saveImport(tx, batch.id, {
    state: "completed",
    counts,
    report: result as unknown as object,
    finishedAt: at,
  });
  const { read, created, updated } = counts;
  await notify(tx, {
    userIds: [requestedBy],
    kind: "registry.import_completed",
    title: `The import of ${mapping.source} is done`,
    body: `${read} rows read: ${created} models created, ${updated} updated`,
    href: `/models/import/${batch.reference}`,
    sourceKey: `registry.import:${batch.reference}`,
  });
  // From here on nobody can stop it: the lock on the progress is held until the end.
  if (!(await endProgress(tx, batch.id, read))) throw new Stopped();
  await tx.record({
    action: "registry.import_completed",
    subject: { type: "import", reference: batch.reference },
    details: { source: mapping.source, fileDigest, mappingDigest: digestOf(mapping), ...counts, unread: unread.length },
  } satisfies RegistryEvent & AuditEvent);
}

/**
 * Nothing partial stays. A stop and a file or mapping that does not serve end the import for good; whatever else goes wrong is
 * thrown on, so that the jobs try again and, in the end, put the failure on record (`fail-import`).
 */
async function endWithout(tx: UnitOfWork, batch: StoredImport, cause: Stopped | Refusal, at: Date): Promise<void> {
  if (cause instanceof Stopped) {
    await saveImport(tx, batch.id, { state: "cancelled", finishedAt: at });
    // Who asked for it is on record already.
    tx.unchanged();
    return;
  }
  await saveImport(tx, batch.id, { state: "failed", failure: cause.detail, finishedAt: at });
  await tx.record({
    action: "registry.import_failed",
    subject: { type: "import", reference: batch.reference },
    details: { source: batch.mapping?.source ?? "", fileDigest: batch.contentDigest, cause: cause.code },
    outcome: "failed",
  } satisfies RegistryEvent & AuditEvent);
}
