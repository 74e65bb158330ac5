import { defineOperation } from "../../../db/operation.ts";
import { loadUnits } from "../list-store.ts";
import { ListUnitsInput, UnitList } from "../view.ts";

export const listUnits = defineOperation({
  name: "registry.list_units",
  summary: "Units with their number of models",
  permission: "registry.read",
  effect: "read",
  input: ListUnitsInput,
  output: UnitList,
  async run({ input: { q, limit }, tx }) {
    const units = await loadUnits(tx, q, limit + 1);
    return { items: units.slice(0, limit), isComplete: units.length <= limit };
  },
});
