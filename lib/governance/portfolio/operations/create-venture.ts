import { defineOperation } from "../../../db/operation.ts";
import { hasRole } from "../../kernel/actor.ts";
import type { PortfolioEvent } from "../events.ts";
import { toCents } from "../money.ts";
import { VentureInput, VentureSaved } from "../schema.ts";
import { refuse } from "../tree-refusals.ts";
import { findPortfolioId, insertVenture, isActiveMember } from "../tree-store.ts";
import { assessVentureChange } from "../venture.ts";

export const createVenture = defineOperation({
  name: "portfolio.create_venture",
  summary: "Create a venture in a portfolio",
  permission: "portfolio.manage",
  effect: "write",
  input: VentureInput,
  output: VentureSaved,
  async run({ input, actor, now, tx }) {
    const { portfolio, name, description, stage, lifecycle, lead: leadUserId } = input;
    const portfolioId = await findPortfolioId(tx, portfolio);
    if (portfolioId === null) throw refuse("portfolio.unknown_portfolio", { portfolio });
    if (leadUserId !== null && !(await isActiveMember(tx, leadUserId))) throw refuse("portfolio.unknown_lead", {});
    const allocationCents = toCents(input.allocationUsd) ?? 0;
    const facts = { portfolioId, name, description, stage, allocationCents, lifecycle, leadUserId };
    const verdict = assessVentureChange(null, facts, { isChair: hasRole(actor, "chair") });
    if (verdict.outcome === "refused") throw refuse("portfolio.needs_chair", { acts: ["budget_increase"] });
    const reference = await insertVenture(tx, facts, await now());
    await tx.record({
      action: "portfolio.venture_created",
      subject: { type: "venture", reference },
      details: { portfolio, stage, allocationCents },
    } satisfies PortfolioEvent);
    return { reference, revision: 1 };
  },
});
