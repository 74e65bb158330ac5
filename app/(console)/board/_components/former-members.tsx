import { BOARD_ROLE_LABELS, SEAT_STATE_LABELS } from "@/components/governance/board-labels";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import type { MemberView } from "@/lib/governance/board/schema";

const COLUMNS: readonly Column<MemberView>[] = [
  { key: "name", header: "Member", cell: (member) => member.name, phone: "title" },
  { key: "role", header: "Seat", cell: (member) => BOARD_ROLE_LABELS[member.role] },
  {
    key: "term",
    header: "Held",
    cell: (member) => (
      <>
        <Instant at={member.termStartAt} as="day" /> to <Instant at={member.endedAt ?? member.termEndAt} as="day" />
      </>
    ),
  },
  { key: "state", header: "How it ended", cell: (member) => SEAT_STATE_LABELS[member.state], phone: "end" },
];

export function FormerMembers({ members }: { members: readonly MemberView[] }) {
  return (
    <Table
      label="Seats that are over"
      columns={COLUMNS}
      rows={members}
      rowKey={(member) => member.reference}
      rowHref={(member) => paths.board.member(member.reference)}
    />
  );
}
