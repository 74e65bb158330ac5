import Link from "next/link";
import { paths } from "@/lib/client/paths";
import { formatPercent } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { MemberAttendance } from "@/lib/governance/voting/attendance";

/** How often a member took part, and what was missed last. */
export function AttendanceWords({ attendance }: { attendance: MemberAttendance }) {
  const { entitled, cast, ratio, missedInARow, lastMissed } = attendance;
  if (ratio === null) return <>No vote has ended since this member joined the board.</>;
  return (
    <>
      {cast} of {plural(entitled, "ballot")} cast ({formatPercent(ratio)}).{" "}
      {lastMissed.length === 0 ? null : (
        <span className={attendance.isFlagged ? "text-severity-medium" : "text-ink-muted"}>
          {missedInARow === 1 ? "Missed the last one: " : `Missed the last ${missedInARow}: `}
          {lastMissed.map(({ proposal, title }, index) => (
            <span key={proposal}>
              {index === 0 ? "" : "; "}
              <Link href={paths.proposals.detail(proposal)} className="link">
                {title}
              </Link>
            </span>
          ))}
          {missedInARow > lastMissed.length ? " and more" : ""}.
        </span>
      )}
    </>
  );
}
