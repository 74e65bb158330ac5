import Link from "next/link";
import { WORST_FIRST } from "@/components/governance/escalation-labels";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import { readSummary } from "@/lib/governance/escalations/operations/read-summary";
import { pageQuery } from "@/lib/server/page-query";

/** How much there is, in a line; counted apart from the list, which does not wait for it. */
export async function QueueState() {
  const { active, overdue, bySeverity } = await pageQuery(readSummary, {});
  if (active === 0) return "Nothing is unresolved.";
  const present = WORST_FIRST.filter((severity) => bySeverity[severity] > 0);
  return (
    <>
      {plural(active, "escalation")} unresolved:{" "}
      {present.map((severity, index) => (
        <span key={severity}>
          {index > 0 ? ", " : null}
          <Link className="link" href={paths.escalations.list({ view: "all", severity })}>
            {bySeverity[severity]} {severity}
          </Link>
        </span>
      ))}
      {overdue === 0 ? null : (
        <>
          {" · "}
          <Link
            className="font-medium text-severity-critical underline underline-offset-2"
            href={paths.escalations.list({ view: "overdue" })}
          >
            {overdue} overdue
          </Link>
        </>
      )}
    </>
  );
}
