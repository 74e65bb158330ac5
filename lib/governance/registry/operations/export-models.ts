// Hands out the whole registry, which is put on record: data leaves the house (REG-10).
import { defineOperation } from "../../../db/operation.ts";
import type { AuditEvent } from "../../kernel/audit-event.ts";
import type { RegistryEvent } from "../events.ts";
import { toExportCsv, toExportJson } from "../export.ts";
import { loadModelsForExport } from "../list-store.ts";
import { ExportedFile, ExportModelsInput } from "../view.ts";

export const exportModels = defineOperation({
  name: "registry.export_models",
  summary: "All models as CSV or JSON, source facts included",
  permission: "registry.export",
  effect: "write",
  timeoutMs: 120_000,
  input: ExportModelsInput,
  output: ExportedFile,
  async run({ input: { format }, now, tx }) {
    const models = await loadModelsForExport(tx);
    const day = (await now()).toISOString().slice(0, 10);
    await tx.record({
      action: "registry.models_exported",
      subject: { type: "registry", reference: "models" },
      details: { format, models: models.length },
    } satisfies RegistryEvent & AuditEvent);
    return {
      fileName: `models-${day}.${format}`,
      contentType: format === "csv" ? "text/csv; charset=utf-8" : "application/json; charset=utf-8",
      models: models.length,
      content: format === "csv" ? toExportCsv(models) : toExportJson(models),
    };
  },
});
