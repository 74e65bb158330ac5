import { defineOperation } from "../../../db/operation.ts";
import { ImportView, StartImportInput } from "../import/view.ts";

export const startImport = defineOperation({
  name: "registry.start_import",
  summary: "Start an import as previewed",
  permission: "registry.import",
  effect: "write",
  input: StartImportInput,
  output: ImportView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
