import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { ImportList, ListImportsInput } from "../import/view.ts";
import { loadImports, toImportViews } from "../import-store.ts";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/u;

export const listImports = defineOperation({
  name: "registry.list_imports",
  summary: "Imports, newest first",
  permission: "registry.import",
  effect: "read",
  input: ListImportsInput,
  output: ImportList,
  async run({ input: { limit, cursor }, tx }) {
    if (cursor !== undefined && !UUID.test(cursor)) {
      throw refuse("kernel.malformed", { cause: "the cursor is not one of this list" });
    }
    const found = await loadImports(tx, limit + 1, cursor);
    const shown = found.slice(0, limit);
    return {
      items: await toImportViews(tx, shown),
      nextCursor: found.length > limit ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
