import { defineOperation } from "../../../db/operation.ts";
import type { PortfolioEvent } from "../events.ts";
import { PortfolioInput, PortfolioSaved } from "../schema.ts";
import { insertPortfolio } from "../tree-store.ts";

export const createPortfolio = defineOperation({
  name: "portfolio.create_portfolio",
  summary: "Create a portfolio",
  permission: "portfolio.manage",
  effect: "write",
  input: PortfolioInput,
  output: PortfolioSaved,
  async run({ input, now, tx }) {
    const reference = await insertPortfolio(tx, input, await now());
    await tx.record({
      action: "portfolio.portfolio_created",
      subject: { type: "portfolio", reference },
      details: {},
    } satisfies PortfolioEvent);
    return { reference, revision: 1 };
  },
});
