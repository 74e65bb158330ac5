// What the form of a venture offers: every portfolio, and the first members by name (others are found by typing).
import type { Person } from "@/lib/governance/identity/schema";
import type { PortfolioView, VentureItem } from "@/lib/governance/portfolio/schema";

export const FIRST_PEOPLE = { access: "active", limit: 50 } as const;

export function toChoices(
  portfolios: readonly Pick<PortfolioView, "reference" | "name">[],
  people: readonly Pick<Person, "id" | "name">[],
  lead: VentureItem["lead"],
) {
  const leads = people.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = lead === null || leads.some(({ value }) => value === lead.id);
  return {
    portfolios: portfolios.map(({ reference, name }) => ({ value: reference, label: name })),
    leads: isListed ? leads : [...leads, { value: lead.id, label: lead.name }],
  };
}
