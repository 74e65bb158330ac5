import { defineOperation } from "../../../db/operation.ts";
import { ImportDetail, ImportReference } from "../import/view.ts";

export const readImport = defineOperation({
  name: "registry.read_import",
  summary: "State, progress and report of an import",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ImportDetail,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
