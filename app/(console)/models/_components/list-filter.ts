// What the address of the list says, and what can be chosen there.
import { MODEL_STATUS_LABELS, TIER_LABELS } from "@/components/governance/labels";
import type { Filter } from "@/components/ui/filter-bar";
import { readFlag, readText, type SearchParams } from "@/lib/client/search-params";
import { formatCount } from "@/lib/format/number";
import { ModelSort, ModelStatus, Tier } from "@/lib/governance/registry/schema";
import type { UnitView } from "@/lib/governance/registry/view";

export type ListFilter = ReturnType<typeof readFilter>;

/** What makes no sense in the address is left out. */
export function readFilter(given: SearchParams) {
  const text = (name: string, most: number) => readText(given, name, most);
  return {
    q: text("q", 200),
    tier: Tier.safeParse(given.tier).data,
    status: ModelStatus.safeParse(given.status).data,
    agency: text("agency", 500),
    unit: text("unit", 500),
    owner: text("owner", 320),
    due: readFlag(given, "due"),
    stale: readFlag(given, "stale"),
    tag: text("tag", 120),
    sort: ModelSort.safeParse(given.sort).data,
    cursor: text("cursor", 2_000),
  };
}

/** The largest agencies first; one that is not among the units read is still shown as chosen. */
function agencyOptions(units: readonly UnitView[], chosen: string | undefined) {
  const sums = new Map<string, number>();
  for (const { agency, models } of units) if (agency !== "") sums.set(agency, (sums.get(agency) ?? 0) + models);
  if (chosen !== undefined && !sums.has(chosen)) sums.set(chosen, 0);
  return [...sums].map(([agency, models]) => ({ value: agency, label: `${agency} (${formatCount(models)})` }));
}

/** Units below the chosen agency; none when it has no parts. */
function unitOptions(units: readonly UnitView[], { agency, unit }: Pick<ListFilter, "agency" | "unit">) {
  const below = agency === undefined ? [] : units.filter((each) => each.agency === agency && each.unit !== "");
  const options = below.map(({ unit: value, bureau, models }) => ({
    value,
    label: `${bureau || value} (${formatCount(models)})`,
  }));
  if (unit !== undefined && !options.some(({ value }) => value === unit)) options.push({ value: unit, label: unit });
  return options.length > 1 || unit !== undefined ? options : [];
}

const OWNERS = [
  { value: "me", label: "Mine" },
  { value: "none", label: "Without an owner" },
];

const SORT_LABELS: Record<Exclude<ModelSort, "newest">, string> = {
  name: "By name",
  tier: "Highest tier first",
  risk: "Highest risk first",
  next_review: "Next review first",
};

export function toFilters(chosen: ListFilter, units: readonly UnitView[]): Filter[] {
  const { owner } = chosen;
  const below = unitOptions(units, chosen);
  const isNamed = owner !== undefined && !OWNERS.some(({ value }) => value === owner);
  return [
    {
      name: "tier",
      label: "Tier",
      value: chosen.tier ?? "",
      options: Tier.options.toReversed().map((value) => ({
        value,
        label: `Tier ${TIER_LABELS[value].step} ${TIER_LABELS[value].word}`,
      })),
    },
    {
      name: "status",
      label: "Status",
      value: chosen.status ?? "",
      options: ModelStatus.options.map((value) => ({ value, label: MODEL_STATUS_LABELS[value] })),
    },
    { name: "agency", label: "Agency", value: chosen.agency ?? "", options: agencyOptions(units, chosen.agency) },
    ...(below.length === 0 ? [] : [{ name: "unit", label: "Unit", value: chosen.unit ?? "", options: below }]),
    {
      name: "owner",
      label: "Owner",
      value: owner ?? "",
      options: isNamed ? [...OWNERS, { value: owner, label: "The chosen owner" }] : OWNERS,
    },
    {
      name: "due",
      label: "Review",
      value: chosen.due === true ? "true" : "",
      options: [{ value: "true", label: "Review due" }],
    },
    {
      name: "stale",
      label: "Approval",
      value: chosen.stale === true ? "true" : "",
      options: [{ value: "true", label: "Approval is stale" }],
    },
    {
      name: "sort",
      label: "Order",
      value: chosen.sort === undefined || chosen.sort === "newest" ? "" : chosen.sort,
      any: "Newest first",
      options: Object.entries(SORT_LABELS).map(([value, label]) => ({ value, label })),
    },
  ];
}

/** A unit that is not below the chosen agency was left over from another one. */
export function fitUnit(filter: ListFilter, units: readonly UnitView[]): ListFilter {
  const { agency, unit } = filter;
  if (agency === undefined || unit === undefined) return filter;
  return units.some((each) => each.agency === agency && each.unit === unit) ? filter : { ...filter, unit: undefined };
}
