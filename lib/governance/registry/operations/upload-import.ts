// Takes an inventory in: readable or refused with the remedy. Nothing is imported yet.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { RegistryEvent } from "../events.ts";
import { toImportColumns } from "../import/columns-view.ts";
import { requireInventory } from "../import/file-reading.ts";
import { toSourceName } from "../import/source-name.ts";
import { ImportColumns, UploadImportInput } from "../import/view.ts";
import { createImport } from "../import-store.ts";
import { loadMappings } from "../mapping-store.ts";

export const uploadImport = defineOperation({
  name: "registry.upload_import",
  summary: "Upload an inventory; nothing is imported yet",
  permission: "registry.import",
  effect: "write",
  input: UploadImportInput,
  output: ImportColumns,
  async run({ input: { fileName, content }, actor, now, tx }) {
    if (actor.kind !== "person") throw refuse("kernel.sign_in_required", {});
    const inventory = requireInventory(content, null);
    const { fileDigest: contentDigest, encoding, table } = inventory;
    const createdAt = await now();
    const batch = { fileName, content, contentDigest, encoding, createdBy: actor.userId, createdAt };
    const reference = await createImport(tx, batch);
    const known = { started: null, saved: await loadMappings(tx), source: toSourceName(fileName) };
    await tx.record({
      action: "registry.import_uploaded",
      subject: { type: "import", reference },
      details: {
        fileDigest: contentDigest,
        bytes: content.byteLength,
        rows: table.rows.length,
        columns: table.columns.length,
      },
    } satisfies RegistryEvent & AuditEvent);
    return { reference, fileName, ...toImportColumns(inventory, known) };
  },
});
