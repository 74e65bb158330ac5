import { defineOperation } from "../../../db/operation.ts";
import { ImportList, ListImportsInput } from "../import/view.ts";

export const listImports = defineOperation({
  name: "registry.list_imports",
  summary: "Imports, newest first",
  permission: "registry.import",
  effect: "read",
  input: ListImportsInput,
  output: ImportList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
