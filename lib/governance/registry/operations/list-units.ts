import { defineOperation } from "../../../db/operation.ts";
import { ListUnitsInput, UnitList } from "../view.ts";

export const listUnits = defineOperation({
  name: "registry.list_units",
  summary: "Units with their number of models",
  permission: "registry.read",
  effect: "read",
  input: ListUnitsInput,
  output: UnitList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
