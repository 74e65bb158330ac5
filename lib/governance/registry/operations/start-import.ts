// Starts an import exactly as it was previewed: the same file, under this mapping; the jobs carry it out.
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import { digestOf } from "../../kernel/digest.ts";
import type { RegistryEvent } from "../events.ts";
import { requireFit, requireInventory } from "../import/file-reading.ts";
import { ImportView, StartImportInput } from "../import/view.ts";
import {
  createProgress,
  findUnfinished,
  loadContent,
  loadImportView,
  lockImport,
  saveImport,
} from "../import-store.ts";
import { refuse } from "../refusals.ts";

export const startImport = defineOperation({
  name: "registry.start_import",
  summary: "Start an import as previewed",
  permission: "registry.import",
  effect: "write",
  input: StartImportInput,
  output: ImportView,
  async run({ input: { reference: typed, mapping, contentDigest }, actor, now, tx }) {
    const batch = await lockImport(tx, typed);
    const { id, reference, bytes } = batch;
    const at = await now();
    if (batch.state !== "uploaded") {
      throw refuse("registry.import_not_open", { import: reference, state: batch.state, act: "started" });
    }
    if (batch.contentDigest !== contentDigest) {
      const facts = { previewedDigest: contentDigest, digest: batch.contentDigest };
      throw refuse("registry.import_file_changed", facts);
    }
    const { source } = mapping;
    const { table } = requireInventory(await loadContent(tx, id), mapping.delimiter);
    requireFit(mapping, table.columns);
    const unfinished = await findUnfinished(tx, source, id);
    if (unfinished !== null) throw refuse("registry.import_running", { import: unfinished, source });
    const requestedBy = actor.kind === "person" ? actor.userId : batch.createdBy;
    await saveImport(tx, id, { state: "queued", mapping: mapping as object, startedAt: at });
    await createProgress(tx, id, table.rows.length, at);
    await tx.publish("registry.import_requested", { importReference: reference, requestedBy });
    const mappingDigest = digestOf(mapping);
    await tx.record({
      action: "registry.import_started",
      subject: { type: "import", reference },
      details: { source, fileDigest: contentDigest, mappingDigest, rows: table.rows.length, bytes },
    } satisfies RegistryEvent & AuditEvent);
    return loadImportView(tx, reference);
  },
});
