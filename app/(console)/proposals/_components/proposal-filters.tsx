import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { paths } from "@/lib/client/paths";
import type { ProposalKind } from "@/lib/governance/voting/schema";
import { GROUP_LABELS, GROUPS, type ListFilter, OUTCOME_LABELS } from "./list-filter";

/** Kinds that can be proposed today. */
const KINDS = ["model_approval", "decommission", "charter_amendment"] as const satisfies ProposalKind[];

export function ProposalFilters({ filter, canVote }: { filter: ListFilter; canVote: boolean }) {
  // Nothing that is still open has an outcome to choose by.
  const asksOutcome = filter.group === "decided" || filter.outcome !== undefined;
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
        ...(asksOutcome ? [toOutcomeFilter(filter)] : []),
      ]}
    />
  );
}

function toOutcomeFilter({ outcome }: ListFilter): Filter {
  const options = Object.entries(OUTCOME_LABELS).map(([value, label]) => ({ value, label }));
  return { name: "outcome", label: "Outcome", value: outcome ?? "", any: "Any outcome", options };
}
