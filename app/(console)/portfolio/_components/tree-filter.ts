// What the address of the tree says, and what of the tree agrees with it. A portfolio is kept for its own name or for a venture
// of it; for its own name it shows all of its ventures.
import { LIFECYCLE_LABELS } from "@/components/governance/venture-marks";
import type { Filter } from "@/components/ui/filter-bar";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { type PortfolioView, VentureLifecycle } from "@/lib/governance/portfolio/schema";

export type TreeFilter = { readonly q?: string; readonly lifecycle?: VentureLifecycle };

export function readTreeFilter(given: SearchParams): TreeFilter {
  return { q: readText(given, "q", 120), lifecycle: VentureLifecycle.safeParse(given.lifecycle).data };
}

type Branch = Pick<PortfolioView, "name" | "reference" | "members">;

export function filterTree<Portfolio extends Branch>(
  portfolios: readonly Portfolio[],
  { q, lifecycle }: TreeFilter,
): Portfolio[] {
  if (q === undefined && lifecycle === undefined) return [...portfolios];
  const says = (texts: readonly string[]) =>
    q === undefined || texts.some((text) => text.toLowerCase().includes(q.toLowerCase()));
  return portfolios
    .map((portfolio) => {
      const isNamed = says([portfolio.name, portfolio.reference]);
      const members = portfolio.members.filter(
        (one) =>
          (lifecycle === undefined || one.lifecycle === lifecycle) &&
          (isNamed || says([one.name, one.reference, one.lead?.name ?? ""])),
      );
      return {
        isKept: members.length > 0 || (isNamed && lifecycle === undefined),
        portfolio: { ...portfolio, members },
      };
    })
    .filter(({ isKept }) => isKept)
    .map(({ portfolio }) => portfolio);
}

export function toTreeFilters({ lifecycle }: TreeFilter): Filter[] {
  return [
    {
      ...{ name: "lifecycle", label: "Lifecycle", value: lifecycle ?? "", any: "Any lifecycle" },
      options: VentureLifecycle.options.map((value) => ({ value, label: LIFECYCLE_LABELS[value] })),
    },
  ];
}
