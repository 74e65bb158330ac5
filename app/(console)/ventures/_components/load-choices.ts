// What the form of a venture offers: every portfolio, and the first members by name (others are found by typing).
import "server-only";
import { listPeople } from "@/lib/governance/identity/operations/list-people";
import { readTree } from "@/lib/governance/portfolio/operations/read-tree";
import type { VentureItem } from "@/lib/governance/portfolio/schema";
import { pageQuery } from "@/lib/server/page-query";

const FIRST = 50;

export async function loadChoices(lead: VentureItem["lead"]) {
  const [{ portfolios }, people] = await Promise.all([
    pageQuery(readTree, {}),
    pageQuery(listPeople, { access: "active", limit: FIRST }),
  ]);
  const leads = people.items.map(({ id, name }) => ({ value: id, label: name }));
  const isListed = lead === null || leads.some(({ value }) => value === lead.id);
  return {
    portfolios: portfolios.map(({ reference, name }) => ({ value: reference, label: name })),
    leads: isListed ? leads : [...leads, { value: lead.id, label: lead.name }],
  };
}
