import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { FilterBar } from "@/components/ui/filter-bar";
import { paths } from "@/lib/client/paths";
import type { DecisionOutcome, ProposalKind } from "@/lib/governance/voting/schema";
import { GROUP_LABELS, GROUPS, type ListFilter, OUTCOME_LABELS } from "./list-filter";

/** Kinds that can be proposed today. */
const KINDS = ["model_approval", "decommission"] as const satisfies ProposalKind[];

export function ProposalFilters({ filter, canVote }: { filter: ListFilter; canVote: boolean }) {
  const groups = GROUPS.filter((group) => canVote || group !== "needs_my_vote");
  return (
    <FilterBar
      action={paths.proposals.list()}
      clearHref={paths.proposals.list()}
      hidden={filter.model === undefined ? {} : { model: filter.model }}
      filtered={filter.model !== undefined}
      search={{ name: "q", value: filter.q ?? "", label: "Search proposals", placeholder: "Title, model or reference" }}
      filters={[
        {
          name: "group",
          label: "Where it stands",
          value: filter.group ?? "",
          any: "All proposals",
          options: groups.map((group) => ({ value: group, label: GROUP_LABELS[group] })),
        },
        {
          name: "kind",
          label: "Kind",
          value: filter.kind ?? "",
          any: "Any kind",
          options: KINDS.map((kind) => ({ value: kind, label: PROPOSAL_KIND_LABELS[kind] })),
        },
        {
          name: "outcome",
          label: "Outcome",
          value: filter.outcome ?? "",
          any: "Any outcome",
          options: Object.entries<string>(OUTCOME_LABELS).map(([value, label]) => ({
            value: value as DecisionOutcome,
            label,
          })),
        },
      ]}
    />
  );
}
