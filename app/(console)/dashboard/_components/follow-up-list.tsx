import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { FollowUpLine, Home } from "@/lib/governance/dashboard/schema";
import { toModelTitle } from "@/lib/governance/registry/schema";
import { WholeList } from "./whole-list";

const COLUMNS: readonly Column<FollowUpLine>[] = [
  { key: "title", header: "Follow-up", phone: "title", cell: (line) => line.title },
  { key: "model", header: "Model", from: "lg", cell: (line) => (line.model === null ? "–" : toModelTitle(line.model)) },
  {
    key: "due",
    header: "Due",
    align: "right",
    cell: (line) => (
      <>
        {line.isOverdue ? <span className="font-medium text-severity-high">overdue </span> : null}
        <Instant at={line.dueAt} />
      </>
    ),
  },
];

/** Follow-ups assigned to this person, the soonest due first. */
export function FollowUpList({ followUps }: { followUps: Home["followUps"] }) {
  if (followUps.total === 0) return null;
  return (
    <Section title="Your follow-ups" rule={false}>
      <Table
        label="Your follow-ups"
        columns={COLUMNS}
        rows={followUps.items}
        rowKey={(line) => line.reference}
        rowHref={() => paths.actions({ isMine: true })}
      />
      <WholeList
        shown={followUps.items.length}
        total={followUps.total}
        what="follow-ups of yours"
        href={paths.actions({ isMine: true })}
      />
    </Section>
  );
}
