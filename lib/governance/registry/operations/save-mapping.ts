import { defineOperation } from "../../../db/operation.ts";
import { MappingSaved, SaveMappingInput } from "../import/view.ts";

export const saveMapping = defineOperation({
  name: "registry.save_mapping",
  summary: "Keep a mapping under a name",
  permission: "registry.import",
  effect: "write",
  input: SaveMappingInput,
  output: MappingSaved,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
