import { defineOperation } from "../../../db/operation.ts";
import { ImportView, RunImportInput } from "../import/view.ts";

export const runImport = defineOperation({
  name: "registry.run_import",
  summary: "Carry out a started import",
  permission: "system.run",
  effect: "write",
  input: RunImportInput,
  output: ImportView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
