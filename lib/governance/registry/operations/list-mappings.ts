import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { SavedMappingList } from "../import/view.ts";

export const listMappings = defineOperation({
  name: "registry.list_mappings",
  summary: "Saved mappings",
  permission: "registry.import",
  effect: "read",
  input: z.strictObject({}),
  output: SavedMappingList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
