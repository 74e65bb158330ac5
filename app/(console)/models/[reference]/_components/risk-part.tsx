import { reasonSentence } from "@/components/governance/reason-sentences";
import { Section } from "@/components/ui/section";
import type { ModelView } from "@/lib/governance/registry/view";
import { RiskChart } from "./risk-chart";

/** The score, what it is made of, and how it came here (REG-8). */
export function RiskPart({ model }: { model: ModelView }) {
  const sum = model.riskContributions.reduce((total, { points }) => total + points, 0);
  return (
    <Section title="Risk score" note="0 to 100">
      <p>
        <strong className="text-xl font-semibold">{model.riskScore}</strong>
        <span className="text-ink-muted"> of 100</span>
      </p>
      <ul aria-label="What the score is made of" className="mt-2 border-t border-line text-sm">
        {model.riskContributions.map((contribution) => (
          <li key={contribution.code} className="flex gap-3 border-b border-line py-1.5">
            <span className={contribution.points === 0 ? "flex-1 text-ink-muted" : "flex-1"}>
              {reasonSentence(contribution)}
            </span>
            <span className="font-medium">{contribution.points === 0 ? "0" : `+${contribution.points}`}</span>
          </li>
        ))}
      </ul>
      {sum > 100 ? <p className="mt-1 text-xs text-ink-muted">Together {sum}; a score ends at 100.</p> : null}
      <div className="mt-5">
        <RiskChart history={model.riskHistory} />
      </div>
    </Section>
  );
}
