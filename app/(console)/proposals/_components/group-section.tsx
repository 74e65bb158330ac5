import Link from "next/link";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { ProposalGroup } from "@/lib/governance/voting/request";
import type { ProposalItem } from "@/lib/governance/voting/view";
import { type Part, toQuery } from "./list-filter";
import { ProposalTable } from "./proposal-table";

/** Groups that say so when nothing is in them; the others are left out then. */
const WHEN_EMPTY: Partial<Record<ProposalGroup, string>> = {
  needs_my_vote: "Nothing needs your vote now.",
  open: "No other vote is open.",
};

/** The first rows of one group, and the way to all of them. */
export function GroupSection({
  title,
  group,
  items,
  hasMore,
  filter,
  isFirst,
  isNarrowed,
}: Part & {
  items: readonly ProposalItem[];
  hasMore: boolean;
  isFirst: boolean;
  isNarrowed: boolean;
}) {
  const nothing = filter.closingSoon === true ? undefined : WHEN_EMPTY[group];
  if (items.length === 0 && (nothing === undefined || isNarrowed)) return null;
  const all = (
    <Link className="link" href={paths.proposals.list(toQuery(filter))}>
      All of them
    </Link>
  );
  return (
    <Section
      title={
        <>
          {title}
          {items.length === 0 || hasMore ? null : (
            <span className="ml-2 font-normal text-ink-muted">{items.length}</span>
          )}
        </>
      }
      rule={false}
      className={isFirst ? "mt-2" : undefined}
      act={hasMore ? all : undefined}
    >
      <ProposalTable group={group} label={title} items={items} empty={<p className="text-ink-muted">{nothing}</p>} />
    </Section>
  );
}
