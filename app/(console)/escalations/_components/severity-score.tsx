import { SEVERITY_LABELS } from "@/components/governance/escalation-labels";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { SeverityPill } from "@/components/governance/severity-pill";
import { plural } from "@/lib/format/words";
import type { Severity } from "@/lib/governance/escalations/schema";
import type { Reason } from "@/lib/governance/kernel/verdict";

/** The sentence without the points that stand beside it. */
const sayPart = (part: Reason) => {
  const sentence = reasonSentence(part).replace(/^\d+ points?: /u, "");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
};

/** The score by its parts, each with its reason (ESC-1). */
export function SeverityScore({
  severity,
  severityScore,
  parts,
}: {
  severity: Severity;
  severityScore: number;
  parts: readonly Reason[];
}) {
  return (
    <>
      <p className="flex items-center gap-2">
        <SeverityPill severity={severity} />
        <span className="text-ink-muted">{plural(severityScore, "point")} from facts</span>
      </p>
      <ul aria-label="Parts of the severity" className="mt-3 border-t border-line text-sm">
        {parts.length === 0 ? (
          <li className="border-b border-line py-2 text-ink-muted">Nothing raises it above low.</li>
        ) : (
          parts.map((part) => (
            <li key={part.code} className="flex items-baseline gap-3 border-b border-line py-2">
              <span className="w-14 shrink-0 font-medium tabular-nums">
                {part.facts.points === undefined
                  ? SEVERITY_LABELS[part.facts.severity as Severity]
                  : `+${Number(part.facts.points)}`}
              </span>
              <span>{sayPart(part)}</span>
            </li>
          ))
        )}
      </ul>
      <p className="mt-2 text-xs text-ink-muted">
        From 8 points critical, from 5 high, from 3 medium. What was given and what a trigger says count as they are;
        the highest holds.
      </p>
    </>
  );
}
