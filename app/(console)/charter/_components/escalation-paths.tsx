import { AUDIENCE_LABELS } from "@/components/governance/charter-labels";
import { WORST_FIRST } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { formatHours } from "@/lib/format/duration";
import { joinList } from "@/lib/format/words";
import type { CharterView } from "@/lib/governance/board/charter-view";

type Paths = CharterView["content"]["escalationPaths"];

/** Who is told first, and who next while nobody answers. */
export function EscalationPaths({ paths }: { paths: Paths }) {
  return (
    <ul className="border-t border-line">
      {WORST_FIRST.map((severity) => {
        const { respondWithinHours, steps } = paths[severity];
        return (
          <li key={severity} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5">
            <span className="w-24">
              <SeverityPill severity={severity} />
            </span>
            <span className="w-44">respond within {formatHours(respondWithinHours)}</span>
            <span className="min-w-0 flex-1 basis-56">
              the {steps.map((step) => joinList(step.map((audience) => AUDIENCE_LABELS[audience]))).join(", then the ")}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
