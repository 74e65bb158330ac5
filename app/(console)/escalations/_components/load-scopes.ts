// Portfolios with their ventures as one list to choose a scope from.
import type { PickOption } from "@/components/ui/pick-one";
import type { PortfolioItem, VentureItem } from "@/lib/governance/portfolio/schema";

const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name, "en");

export function toVentureOptions(ventures: readonly VentureItem[]): PickOption[] {
  return ventures.toSorted(byName).map(({ reference, name, portfolio, stage }) => ({
    ...{ value: reference, label: name, note: `${portfolio.name}, stage ${stage}` },
  }));
}

/** Each portfolio before its ventures. `named`: what an address names that is neither, such as a model. */
export function toScopeOptions(
  portfolios: readonly PortfolioItem[],
  ventures: readonly VentureItem[],
  named?: string,
): PickOption[] {
  const options = portfolios.toSorted(byName).flatMap((portfolio) => [
    { value: portfolio.reference, label: `${portfolio.name} (portfolio)` },
    ...ventures
      .filter((venture) => venture.portfolio.reference === portfolio.reference)
      .toSorted(byName)
      .map(({ reference, name }) => ({ value: reference, label: name })),
  ]);
  const isKnown = named === undefined || options.some(({ value }) => value === named);
  return isKnown ? options : [...options, { value: named, label: named }];
}
