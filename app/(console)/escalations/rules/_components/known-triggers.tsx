import { WORST_FIRST } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import type { Severity } from "@/lib/governance/escalations/schema";

/** What is severe by its name alone (ESC-2). */
export function KnownTriggers({ triggers }: { triggers: readonly { label: string; severity: Severity }[] }) {
  return (
    <ul className="border-t border-line">
      {WORST_FIRST.map((severity) => (
        <li key={severity} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-b border-line py-2.5">
          <span className="w-24">
            <SeverityPill severity={severity} />
          </span>
          <span className="min-w-0 flex-1 basis-56">
            {triggers
              .filter((one) => one.severity === severity)
              .map(({ label }) => label)
              .join(", ")}
          </span>
        </li>
      ))}
    </ul>
  );
}
