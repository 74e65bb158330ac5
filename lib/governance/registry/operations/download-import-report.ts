import { defineOperation } from "../../../db/operation.ts";
import { refuse as refuseInKernel } from "../../kernel/refusal.ts";
import { toReportCsv } from "../import/report.ts";
import { ImportReference, ReportFile } from "../import/view.ts";
import { loadImport, loadReport } from "../import-store.ts";

export const downloadImportReport = defineOperation({
  name: "registry.download_import_report",
  summary: "The report of an import as CSV: every row and every value not read",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ReportFile,
  async run({ input, tx }) {
    const { id, reference } = await loadImport(tx, input.reference);
    const report = await loadReport(tx, id);
    if (report === null) throw refuseInKernel("kernel.not_found", { subject: "report of import", reference });
    const contentType = "text/csv; charset=utf-8";
    return { fileName: `${reference}-report.csv`, contentType, content: toReportCsv(report) };
  },
});
