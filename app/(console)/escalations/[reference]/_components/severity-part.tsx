import { Section } from "@/components/ui/section";
import type { EscalationView } from "@/lib/governance/escalations/view";
import { SeverityScore } from "../../_components/severity-score";

export function SeverityPart({ item }: { item: Pick<EscalationView, "severity" | "severityScore" | "parts"> }) {
  const { severity, severityScore, parts } = item;
  return (
    <Section title="Why this severity">
      <SeverityScore severity={severity} severityScore={severityScore} parts={parts} />
    </Section>
  );
}
