import { defineOperation } from "../../../db/operation.ts";
import { FailImportInput, ImportView } from "../import/view.ts";

export const failImport = defineOperation({
  name: "registry.fail_import",
  summary: "Put on record that an import could not be carried out",
  permission: "system.run",
  effect: "write",
  input: FailImportInput,
  output: ImportView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
