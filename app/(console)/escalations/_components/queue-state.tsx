import Link from "next/link";
import type { z } from "zod";
import { WORST_FIRST } from "@/components/governance/escalation-labels";
import { paths } from "@/lib/client/paths";
import { plural } from "@/lib/format/words";
import type { SummaryView } from "@/lib/governance/escalations/view";

/** How much there is, in a line; counted apart from the list, which does not wait for it. */
export async function QueueState({ summary }: { summary: Promise<z.infer<typeof SummaryView>> }) {
  const { active, overdue, bySeverity } = await summary;
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
