import { defineOperation } from "../../../db/operation.ts";
import { toSummary } from "../import/plan-preview.ts";
import { ImportDetail, ImportReference } from "../import/view.ts";
import { loadImport, loadReport, toImportViews } from "../import-store.ts";

export const readImport = defineOperation({
  name: "registry.read_import",
  summary: "State, progress and report of an import",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ImportDetail,
  async run({ input, tx }) {
    const batch = await loadImport(tx, input.reference);
    const [view] = await toImportViews(tx, [batch]);
    if (view === undefined) throw new Error("INVARIANT: one import, one view");
    const report = batch.state === "completed" ? await loadReport(tx, batch.id) : null;
    return { ...view, mapping: batch.mapping, report: report && toSummary(report) };
  },
});
