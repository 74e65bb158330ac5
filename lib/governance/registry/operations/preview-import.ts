import { defineOperation } from "../../../db/operation.ts";
import { ImportPreview, PreviewImportInput } from "../import/view.ts";

export const previewImport = defineOperation({
  name: "registry.preview_import",
  summary: "What an import with this mapping would do",
  permission: "registry.import",
  effect: "read",
  input: PreviewImportInput,
  output: ImportPreview,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
