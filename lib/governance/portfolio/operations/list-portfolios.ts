import { defineOperation } from "../../../db/operation.ts";
import { ListPortfoliosInput, PortfolioList } from "../schema.ts";
import { loadPortfolios } from "../tree-store.ts";

export const listPortfolios = defineOperation({
  name: "portfolio.list_portfolios",
  summary: "Portfolios, newest first",
  permission: "portfolio.read",
  effect: "read",
  input: ListPortfoliosInput,
  output: PortfolioList,
  async run({ input, tx }) {
    const found = await loadPortfolios(tx, { ...input, limit: input.limit + 1 });
    const shown = found.slice(0, input.limit);
    return {
      items: shown.map(({ item }) => item),
      nextCursor: found.length > shown.length ? (shown.at(-1)?.id ?? null) : null,
    };
  },
});
