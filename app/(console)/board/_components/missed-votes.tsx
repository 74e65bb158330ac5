import Link from "next/link";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { MemberAttendance } from "@/lib/governance/voting/attendance";

/** Members who missed three votes in a row or more (BRD-153); told to the chair as it happens. */
export function MissedVotes({ attendance }: { attendance: readonly MemberAttendance[] }) {
  const flagged = attendance.filter((member) => member.isFlagged);
  if (flagged.length === 0) return null;
  return (
    <section aria-label="Missed votes" className="mb-6 border-l-2 border-severity-medium-solid pl-4">
      {flagged.map((member) => (
        <p key={member.userId} className="max-w-read py-0.5">
          <Link href={paths.board.member(member.seat)} className="link font-medium">
            {member.name}
          </Link>{" "}
          has missed {plural(member.missedInARow, "vote")} in a row
          {member.cast === 0 ? " and cast none yet" : ""}: speak to them, or plan a succession.
        </p>
      ))}
    </section>
  );
}
