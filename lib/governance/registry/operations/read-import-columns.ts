import { defineOperation } from "../../../db/operation.ts";
import { toImportColumns } from "../import/columns-view.ts";
import { requireInventory } from "../import/file-reading.ts";
import { toSourceName } from "../import/source-name.ts";
import { ImportColumns, ImportReference } from "../import/view.ts";
import { loadContent, loadImport } from "../import-store.ts";
import { loadMappings } from "../mapping-store.ts";

export const readImportColumns = defineOperation({
  name: "registry.read_import_columns",
  summary: "The columns of an uploaded inventory and a mapping to begin with",
  permission: "registry.import",
  effect: "read",
  input: ImportReference,
  output: ImportColumns,
  async run({ input, tx }) {
    const { id, reference, fileName, mapping } = await loadImport(tx, input.reference);
    const inventory = requireInventory(await loadContent(tx, id), mapping?.delimiter ?? null);
    const known = { started: mapping, saved: await loadMappings(tx), source: toSourceName(fileName) };
    return { reference, fileName, ...toImportColumns(inventory, known) };
  },
});
