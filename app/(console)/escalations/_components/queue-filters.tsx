import { CHANNEL_LABELS, SEVERITY_LABELS, sayCategory, WORST_FIRST } from "@/components/governance/escalation-labels";
import { FilterBar } from "@/components/ui/filter-bar";
import type { Option } from "@/components/ui/select";
import { paths } from "@/lib/client/paths";
import { Category, Channel } from "@/lib/governance/escalations/schema";
import type { QueueAddress } from "./queue-filter";

const toOptions = <Code extends string>(codes: readonly Code[], say: (code: Code) => string) =>
  codes.map((value) => ({ value, label: say(value) }));

const SORTS = [
  { value: "deadline", label: "Soonest deadline first" },
  { value: "newest", label: "Newest first" },
  { value: "oldest", label: "Oldest first" },
];

export function QueueFilters({ address, scopes }: { address: QueueAddress; scopes: readonly Option[] }) {
  const { view, severity, channel, category, mark, assignee, scope, heldBy, q, sort } = address;
  const hidden = {
    ...(view === "answer" ? {} : { view }),
    ...(heldBy === undefined ? {} : { heldBy }),
  };
  return (
    <FilterBar
      action={paths.escalations.list()}
      clearHref={paths.escalations.list(view === "answer" ? {} : { view })}
      search={{ name: "q", value: q ?? "", label: "Find by title, reference or source" }}
      hidden={hidden}
      filtered={heldBy !== undefined}
      filters={[
        {
          ...{ name: "severity", label: "Severity", value: severity ?? "", any: "Any severity" },
          options: toOptions(WORST_FIRST, (code) => SEVERITY_LABELS[code]),
        },
        { name: "scope", label: "Scope", value: scope ?? "", any: "Whole organisation", options: scopes },
        {
          ...{ name: "channel", label: "Channel", value: channel ?? "", any: "Any channel" },
          options: toOptions(Channel.options.toReversed(), (code) => CHANNEL_LABELS[code]),
        },
        {
          ...{ name: "category", label: "Category", value: category ?? "", any: "Any category" },
          options: toOptions(Category.options, sayCategory),
        },
        {
          ...{ name: "mark", label: "Marked", value: mark ?? "", any: "Any mark" },
          options: [
            { value: "merged", label: "Merged" },
            { value: "downgraded", label: "Downgraded" },
          ],
        },
        {
          ...{ name: "assignee", label: "Answers for it", value: assignee ?? "", any: "Anybody’s" },
          options: [
            { value: "me", label: "Mine" },
            { value: "none", label: "Nobody’s" },
          ],
        },
        { name: "sort", label: "Order", value: sort ?? "", any: "Most severe first", options: SORTS },
      ]}
    />
  );
}
