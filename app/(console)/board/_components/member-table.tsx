import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { PersonMark } from "@/components/governance/person-mark";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { MemberView } from "@/lib/governance/board/schema";

function TermCell({ member }: { member: MemberView }) {
  if (member.state === "scheduled") {
    return (
      <>
        begins <Instant at={member.termStartAt} as="day" />
      </>
    );
  }
  return (
    <>
      until <Instant at={member.termEndAt} as="day" />
    </>
  );
}

const COLUMNS: readonly Column<MemberView>[] = [
  {
    key: "name",
    header: "Member",
    cell: (member) => <PersonMark name={member.name} className="max-w-full" />,
    phone: "title",
  },
  { key: "role", header: "Seat", cell: (member) => BOARD_ROLE_LABELS[member.role], width: "w-52" },
  {
    key: "department",
    header: "Department",
    cell: (member) => member.department || <span className="text-ink-faint">not given</span>,
    phone: "hidden",
    width: "w-48",
  },
  { key: "term", header: "Term", cell: (member) => <TermCell member={member} />, width: "w-44" },
  {
    key: "votes",
    header: "Vote",
    cell: (member) => (member.state === "scheduled" ? "not yet" : member.votes ? "votes" : "no vote"),
    phone: "end",
    width: "w-20",
  },
];

/** Who sits, and who is appointed to come. */
export function MemberTable({ members }: { members: readonly MemberView[] }) {
  if (members.length === 0) return <p className="text-ink-muted">Nobody is in office.</p>;
  return (
    <Table
      label="Members of the board"
      columns={COLUMNS}
      rows={members}
      rowKey={(member) => member.reference}
      rowHref={(member) => paths.board.member(member.reference)}
    />
  );
}
