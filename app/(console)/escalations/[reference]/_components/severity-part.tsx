import { SEVERITY_LABELS } from "@/components/governance/escalation-labels";
import { reasonSentence } from "@/components/governance/reason-sentences";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Section } from "@/components/ui/section";
import type { EscalationView } from "@/lib/governance/escalations/view";

type Parts = Pick<EscalationView, "severity" | "severityScore" | "parts">;

/** The score by its parts, each with its reason (ESC-1). */
export function SeverityPart({ item }: { item: Parts }) {
  return (
    <Section title="Why this severity">
      <SeverityScore {...item} />
    </Section>
  );
}

export function SeverityScore({ severity, severityScore, parts }: Parts) {
  return (
    <>
      <p className="flex items-center gap-2">
        <SeverityPill severity={severity} />
        <span className="text-ink-muted">
          {severityScore} {severityScore === 1 ? "point" : "points"} from facts
        </span>
      </p>
      <ul aria-label="Parts of the severity" className="mt-3 border-t border-line text-sm">
        {parts.length === 0 ? (
          <li className="border-b border-line py-2 text-ink-muted">Nothing raises it above low.</li>
        ) : (
          parts.map((part) => {
            const points = part.facts.points === undefined ? null : Number(part.facts.points);
            return (
              <li key={part.code} className="flex items-baseline gap-3 border-b border-line py-2">
                <span className="w-14 shrink-0 font-medium tabular-nums">
                  {points === null
                    ? SEVERITY_LABELS[part.facts.severity as keyof typeof SEVERITY_LABELS]
                    : `+${points}`}
                </span>
                <span>{reasonSentence(part).replace(/^\d+ points?: /u, "")}</span>
              </li>
            );
          })
        )}
      </ul>
      <p className="mt-2 text-xs text-ink-muted">
        From 8 points critical, from 5 high, from 3 medium. What was given and what a trigger says count as they are;
        the highest holds.
      </p>
    </>
  );
}
