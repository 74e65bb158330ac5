// Ends an import that could not be carried out, in an act of its own after the last try; nothing of it is in the registry.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { notify } from "../../notifications/store.ts";
import type { RegistryEvent } from "../events.ts";
import { FailImportInput, ImportView } from "../import/view.ts";
import { loadImportView, lockImport, saveImport } from "../import-store.ts";

export const failImport = defineOperation({
  name: "registry.fail_import",
  summary: "Put on record that an import could not be carried out",
  permission: "system.run",
  effect: "write",
  input: FailImportInput,
  output: ImportView,
  async run({ input: { importReference, cause }, now, tx }) {
    const batch = await lockImport(tx, importReference);
    const at = await now();
    if (batch.stored !== "queued" || batch.state === "cancelled") {
      if (batch.stored === "queued") await saveImport(tx, batch.id, { state: "cancelled", finishedAt: at });
      tx.unchanged();
      return loadImportView(tx, batch.reference);
    }
    await saveImport(tx, batch.id, { state: "failed", failure: cause, finishedAt: at });
    const source = batch.mapping?.source ?? "";
    await notify(tx, {
      userIds: [batch.createdBy],
      kind: "registry.import_failed",
      title: `The import of ${source || batch.fileName} failed`,
      body: cause,
      href: `/models/import/${batch.reference}`,
      sourceKey: `registry.import:${batch.reference}`,
    });
    await tx.record({
      action: "registry.import_failed",
      subject: { type: "import", reference: batch.reference },
      details: { source, fileDigest: batch.contentDigest, cause: "could_not_be_carried_out" },
      outcome: "failed",
    } satisfies RegistryEvent & AuditEvent);
    return loadImportView(tx, batch.reference);
  },
});
