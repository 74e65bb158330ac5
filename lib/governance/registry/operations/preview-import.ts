// Says what an import would do, row by row, without doing it: the same plan that the import carries out.
import { defineOperation } from "../../../db/operation.ts";
import { requireFit, requireInventory } from "../import/file-reading.ts";
import { planImport } from "../import/plan.ts";
import { ownerEmailsOf, toPreview, withUnknownOwners } from "../import/plan-preview.ts";
import { ImportPreview, PreviewImportInput } from "../import/view.ts";
import { loadContent, loadImport } from "../import-store.ts";
import { loadOwnersByEmail, loadSourceModels } from "../source-store.ts";

export const previewImport = defineOperation({
  name: "registry.preview_import",
  summary: "What an import with this mapping would do",
  permission: "registry.import",
  effect: "read",
  input: PreviewImportInput,
  output: ImportPreview,
  async run({ input: { reference, mapping, rows }, tx }) {
    const batch = await loadImport(tx, reference);
    const { table, fileDigest } = requireInventory(await loadContent(tx, batch.id), mapping.delimiter);
    const fitted = requireFit(mapping, table.columns);
    const planned = planImport(table, fitted, await loadSourceModels(tx, mapping.source, "read"));
    const owners = await loadOwnersByEmail(tx, ownerEmailsOf(planned), "read");
    const plan = withUnknownOwners(planned, owners, fitted.text.ownerEmail[0]?.column);
    const about = { source: mapping.source, fileDigest };
    return { reference: batch.reference, contentDigest: fileDigest, ...toPreview(plan, about, rows) };
  },
});
