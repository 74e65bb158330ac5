import { defineOperation } from "../../../db/operation.ts";
import { ListVenturesInput, VentureList } from "../schema.ts";
import { loadVentures } from "../tree-store.ts";

export const listVentures = defineOperation({
  name: "portfolio.list_ventures",
  summary: "Ventures, newest first",
  permission: "portfolio.read",
  effect: "read",
  input: ListVenturesInput,
  output: VentureList,
  async run({ input, tx }) {
    const found = await loadVentures(tx, { ...input, limit: input.limit + 1 });
    const shown = found.slice(0, input.limit);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
