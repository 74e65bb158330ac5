import { defineOperation } from "../../../db/operation.ts";
import { ImportReference, ImportView } from "../import/view.ts";

export const cancelImport = defineOperation({
  name: "registry.cancel_import",
  summary: "Cancel an import before its end; nothing of it remains",
  permission: "registry.import",
  effect: "write",
  input: ImportReference,
  output: ImportView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
