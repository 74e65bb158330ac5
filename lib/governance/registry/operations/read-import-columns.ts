import { defineOperation } from "../../../db/operation.ts";
import { ImportColumns, ImportReference } from "../import/view.ts";

export const readImportColumns = defineOperation({
  name: "registry.read_import_columns",
  summary: "The columns of an uploaded inventory and a mapping to begin with",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ImportColumns,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
