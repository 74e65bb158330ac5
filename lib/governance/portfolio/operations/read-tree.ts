import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { loadOrganization } from "../../identity/store.ts";
import { PortfolioTree } from "../schema.ts";
import { toTree } from "../tree.ts";
import { loadPortfolios, loadVentures } from "../tree-store.ts";

const MOST_SHOWN = 5_000;

export const readTree = defineOperation({
  name: "portfolio.read_tree",
  summary: "The ecosystem: portfolios and their ventures, with what they come to",
  permission: "portfolio.read",
  effect: "read",
  input: z.strictObject({}),
  output: PortfolioTree,
  async run({ tx }) {
    const { name } = await loadOrganization(tx);
    const portfolios = await loadPortfolios(tx, { limit: MOST_SHOWN });
    const ventures = await loadVentures(tx, { limit: MOST_SHOWN });
    return toTree(
      name,
      portfolios.map(({ item }) => item),
      ventures.map(({ item }) => item),
    );
  },
});
