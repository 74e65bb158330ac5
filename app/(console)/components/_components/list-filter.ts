// What the address of the list says, and what can be chosen there.
import { TRUST_LABELS } from "@/components/governance/labels";
import type { Filter } from "@/components/ui/filter-bar";
import { readText, type SearchParams } from "@/lib/client/search-params";
import { TrustLevel } from "@/lib/governance/kernel/permission";
import { ComponentStatus } from "@/lib/governance/portfolio/schema";

export const STATUS_LABELS: Record<ComponentStatus, string> = {
  active: "Active",
  paused: "Paused",
  retired: "Retired",
};

/** What makes no sense in the address is left out. */
export function readFilter(given: SearchParams) {
  return {
    q: readText(given, "q", 200),
    status: ComponentStatus.safeParse(given.status).data,
    trustLevel: TrustLevel.safeParse(given.trust).data,
    cursor: readText(given, "cursor", 600),
  };
}

export type ListFilter = ReturnType<typeof readFilter>;

export function toQuery({ trustLevel, ...rest }: ListFilter) {
  return { ...rest, trust: trustLevel };
}

export function toFilters({ status, trustLevel }: ListFilter): Filter[] {
  return [
    {
      name: "status",
      label: "Status",
      value: status ?? "",
      options: ComponentStatus.options.map((value) => ({ value, label: STATUS_LABELS[value] })),
    },
    {
      name: "trust",
      label: "Trust",
      value: trustLevel ?? "",
      options: TrustLevel.options.map((value) => ({ value, label: TRUST_LABELS[value] })),
    },
  ];
}
