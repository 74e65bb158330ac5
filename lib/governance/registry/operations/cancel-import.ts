// Ends an import before its end. One that is running holds its row: it is told to stop, and takes back what it wrote.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import type { RegistryEvent } from "../events.ts";
import { importActs } from "../import/import-state.ts";
import { ImportReference, ImportView } from "../import/view.ts";
import { loadImport, loadImportView, requestStop, saveImport, tryLockImport } from "../import-store.ts";
import { refuse } from "../refusals.ts";

export const cancelImport = defineOperation({
  name: "registry.cancel_import",
  summary: "Cancel an import before its end; nothing of it remains",
  permission: "registry.import",
  effect: "write",
  input: ImportReference,
  output: ImportView,
  async run({ input, now, tx }) {
    const locked = await tryLockImport(tx, input.reference);
    const batch = locked ?? (await loadImport(tx, input.reference));
    const { id, reference, state } = batch;
    if (state === "cancelled") {
      tx.unchanged();
      return loadImportView(tx, reference);
    }
    if (!importActs(state).includes("cancel")) {
      throw refuse("registry.import_not_open", { import: reference, state, act: "cancelled" });
    }
    // Waits for a run that is ending just now, and learns that it has ended.
    if (batch.progress !== null && !(await requestStop(tx, id))) {
      throw refuse("registry.import_not_open", { import: reference, state: "completed", act: "cancelled" });
    }
    if (locked !== null) await saveImport(tx, id, { state: "cancelled", finishedAt: await now() });
    await tx.record({
      action: "registry.import_cancelled",
      subject: { type: "import", reference },
      details: {
        source: batch.mapping?.source ?? "",
        fileDigest: batch.contentDigest,
        done: batch.progress?.rowsDone ?? 0,
      },
    } satisfies RegistryEvent & AuditEvent);
    return loadImportView(tx, reference);
  },
});
