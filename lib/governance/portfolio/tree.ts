// Answers "what does the ecosystem look like?" (PRT-138): portfolios and ventures by name, ended ones shown and not summed.
import type { z } from "zod";
import { toCents, toUsd } from "./money.ts";
import type { PortfolioItem, PortfolioTree, VentureItem } from "./schema.ts";

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en", { numeric: true });

export function toTree(
  name: string,
  portfolios: readonly PortfolioItem[],
  ventures: readonly VentureItem[],
): z.infer<typeof PortfolioTree> {
  const members = Map.groupBy(ventures, ({ portfolio }) => portfolio.reference);
  const cents = portfolios.reduce((sum, { allocationUsd }) => sum + (toCents(allocationUsd) ?? 0), 0);
  return {
    ecosystem: {
      name,
      portfolios: portfolios.length,
      ventures: portfolios.reduce((sum, portfolio) => sum + portfolio.ventures, 0),
      allocationUsd: toUsd(cents),
    },
    portfolios: portfolios
      .toSorted(byName)
      .map((portfolio) => ({ ...portfolio, members: (members.get(portfolio.reference) ?? []).toSorted(byName) })),
  };
}
