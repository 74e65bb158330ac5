import { defineOperation } from "../../../db/operation.ts";
import { ExportedFile, ExportModelsInput } from "../view.ts";

export const exportModels = defineOperation({
  name: "registry.export_models",
  summary: "All models as CSV or JSON, source facts included",
  permission: "registry.export",
  effect: "write",
  input: ExportModelsInput,
  output: ExportedFile,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
