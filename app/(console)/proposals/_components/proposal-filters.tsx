import { PROPOSAL_KIND_LABELS } from "@/components/governance/labels";
import { type Filter, FilterBar } from "@/components/ui/filter-bar";
import { paths } from "@/lib/client/paths";
import { ProposalKind } from "@/lib/governance/voting/schema";
import type { ProposerView } from "@/lib/governance/voting/view";
import { GROUP_LABELS, GROUPS, type ListFilter, OUTCOME_LABELS } from "./list-filter";

export function ProposalFilters({
  filter,
  canVote,
  proposers,
}: {
  filter: ListFilter;
  canVote: boolean;
  proposers: readonly ProposerView[];
}) {
  // Nothing that is still open has an outcome to choose by.
  const asksOutcome = filter.group === "decided" || filter.outcome !== undefined;
  // Nothing that is over closes soon, nor lacks a quorum.
  const isOpenList = filter.group === undefined || filter.group === "open" || filter.group === "needs_my_vote";
  const asksUrgency = isOpenList || filter.closingSoon === true || filter.inquorate === true;
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
          options: ProposalKind.options.map((kind) => ({ value: kind, label: PROPOSAL_KIND_LABELS[kind] })),
        },
        {
          name: "proposer",
          label: "Proposed by",
          value: filter.proposer ?? "",
          any: "Any proposer",
          options: proposers.map(({ id, name }) => ({ value: id, label: name })),
        },
        ...(asksOutcome ? [toOutcomeFilter(filter)] : []),
        ...(asksUrgency ? toUrgencyFilters(filter) : []),
      ]}
    />
  );
}

function toOutcomeFilter({ outcome }: ListFilter): Filter {
  const options = Object.entries(OUTCOME_LABELS).map(([value, label]) => ({ value, label }));
  return { name: "outcome", label: "Outcome", value: outcome ?? "", any: "Any outcome", options };
}

function toUrgencyFilters({ closingSoon, inquorate }: ListFilter): Filter[] {
  const flag = (is: boolean | undefined) => (is === true ? "true" : "");
  return [
    {
      name: "closingSoon",
      label: "Deadline",
      value: flag(closingSoon),
      any: "Any deadline",
      options: [{ value: "true", label: "Closing within 24 h" }],
    },
    {
      name: "inquorate",
      label: "Quorum",
      value: flag(inquorate),
      any: "Any quorum",
      options: [{ value: "true", label: "No quorum possible" }],
    },
  ];
}
