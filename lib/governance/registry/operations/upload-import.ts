import { defineOperation } from "../../../db/operation.ts";
import { ImportColumns, UploadImportInput } from "../import/view.ts";

export const uploadImport = defineOperation({
  name: "registry.upload_import",
  summary: "Upload an inventory; nothing is imported yet",
  permission: "registry.import",
  effect: "write",
  input: UploadImportInput,
  output: ImportColumns,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
