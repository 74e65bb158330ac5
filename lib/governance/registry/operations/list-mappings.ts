import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { SavedMappingList } from "../import/view.ts";
import { loadMappings } from "../mapping-store.ts";

export const listMappings = defineOperation({
  name: "registry.list_mappings",
  summary: "Saved mappings",
  permission: "registry.import",
  effect: "read",
  input: z.strictObject({}),
  output: SavedMappingList,
  async run({ tx }) {
    const items = await loadMappings(tx);
    return { items: items.map((saved) => ({ ...saved, updatedAt: saved.updatedAt.toISOString() })) };
  },
});
