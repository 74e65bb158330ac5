import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import { PortfolioReference, PortfolioView } from "../schema.ts";
import { loadPortfolios, loadVentures } from "../tree-store.ts";

/** More than anybody keeps in one portfolio; the list of ventures pages. */
const MOST_SHOWN = 1_000;

export const readPortfolio = defineOperation({
  name: "portfolio.read_portfolio",
  summary: "One portfolio with its ventures",
  permission: "portfolio.read",
  effect: "read",
  input: z.strictObject({ reference: PortfolioReference }),
  output: PortfolioView,
  async run({ input: { reference }, tx }) {
    const [found] = await loadPortfolios(tx, { reference, limit: 1 });
    if (found === undefined) throw refuse("kernel.not_found", { subject: "portfolio", reference });
    const members = await loadVentures(tx, { portfolio: reference, limit: MOST_SHOWN });
    return { ...found.item, members: members.map(({ item }) => item) };
  },
});
