import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { PersonMark } from "@/components/governance/person-mark";
import { Instant } from "@/components/ui/instant";
import { type Column, Table } from "@/components/ui/table";
import { paths } from "@/lib/client/paths";
import { formatPercent } from "@/lib/format/number";
import type { MemberView } from "@/lib/governance/board/schema";
import type { MemberAttendance } from "@/lib/governance/voting/attendance";

type Row = { member: MemberView; attendance: MemberAttendance | undefined };

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
      {member.renewal === null ? null : (
        <span className="block text-xs text-ink-muted max-md:inline max-md:pl-1">
          renewed to <Instant at={member.renewal.termEndAt} as="day" />
        </span>
      )}
    </>
  );
}

const COLUMNS: readonly Column<Row>[] = [
  {
    key: "name",
    header: "Member",
    cell: ({ member }) => <PersonMark name={member.name} className="max-w-full" />,
    phone: "title",
  },
  { key: "role", header: "Seat", cell: ({ member }) => BOARD_ROLE_LABELS[member.role], width: "w-52" },
  {
    key: "department",
    header: "Department",
    cell: ({ member }) => member.department || <span className="text-ink-faint">not given</span>,
    phone: "hidden",
    from: "lg",
    width: "w-44",
  },
  { key: "term", header: "Term", cell: ({ member }) => <TermCell member={member} />, width: "w-44" },
  {
    key: "votes",
    header: "Vote",
    cell: ({ member }) => (member.state === "scheduled" ? "not yet" : member.votes ? "votes" : "no vote"),
    phone: "end",
    width: "w-20",
  },
];

/** Ballots of votes that ended, of those one was entitled to (BRD-152). */
const ATTENDANCE: Column<Row> = {
  key: "attendance",
  header: "Ballots cast",
  cell: (row) => <AttendanceCell {...row} />,
  phoneLabel: "Ballots cast",
  width: "w-36",
};

function AttendanceCell({ member, attendance }: Row) {
  if (attendance === undefined || attendance.ratio === null) {
    return <span className="text-ink-faint">{member.votes ? "none yet" : "–"}</span>;
  }
  const { cast, entitled, ratio, isFlagged, missedInARow } = attendance;
  return (
    <>
      {cast} of {entitled} <span className="text-ink-muted">({formatPercent(ratio)})</span>
      {isFlagged ? (
        <span className="block text-xs text-severity-medium max-md:inline max-md:pl-1">
          {missedInARow} missed in a row
        </span>
      ) : null}
    </>
  );
}

/** Who sits, and who is appointed to come; a renewed member stands once. `attendance` null: not for this reader. */
export function MemberTable({
  members,
  attendance,
}: {
  members: readonly MemberView[];
  attendance: readonly MemberAttendance[] | null;
}) {
  const shown = members.filter((member) => member.state !== "scheduled" || member.renews === null);
  if (shown.length === 0) return <p className="text-ink-muted">Nobody is in office.</p>;
  return (
    <Table
      label="Members of the board"
      columns={attendance === null ? COLUMNS : [...COLUMNS, ATTENDANCE]}
      rows={shown.map((member) => ({
        member,
        attendance: attendance?.find((each) => each.userId === member.userId && member.state === "in_office"),
      }))}
      rowKey={({ member }) => member.reference}
      rowHref={({ member }) => paths.board.member(member.reference)}
    />
  );
}
