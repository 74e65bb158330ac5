import { defineOperation } from "../../../db/operation.ts";
import { refuse } from "../../kernel/refusal.ts";
import type { PortfolioEvent } from "../events.ts";
import { PortfolioPatch, PortfolioSaved } from "../schema.ts";
import { lockPortfolio, savePortfolio } from "../tree-store.ts";

export const updatePortfolio = defineOperation({
  name: "portfolio.update_portfolio",
  summary: "Rename or describe a portfolio",
  permission: "portfolio.manage",
  effect: "write",
  input: PortfolioPatch,
  output: PortfolioSaved,
  async run({ input, now, tx }) {
    const portfolio = await lockPortfolio(tx, input.reference);
    const { reference, revision } = portfolio;
    if (input.revision !== undefined && input.revision !== revision) {
      throw refuse("kernel.changed_meanwhile", { subject: "Portfolio", reference });
    }
    const after = {
      name: input.name ?? portfolio.name,
      description: input.description ?? portfolio.description,
    };
    const fields = (["name", "description"] as const).filter((field) => after[field] !== portfolio[field]);
    if (fields.length === 0) {
      tx.unchanged();
      return { reference, revision };
    }
    await savePortfolio(tx, portfolio, after, await now());
    await tx.record({
      action: "portfolio.portfolio_changed",
      subject: { type: "portfolio", reference },
      details: { fields, revision: revision + 1 },
    } satisfies PortfolioEvent);
    return { reference, revision: revision + 1 };
  },
});
