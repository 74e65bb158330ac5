import { defineOperation } from "../../../db/operation.ts";
import { ImportReference, ReportFile } from "../import/view.ts";

export const downloadImportReport = defineOperation({
  name: "registry.download_import_report",
  summary: "The report of an import as CSV: every row and every value not read",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ReportFile,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
