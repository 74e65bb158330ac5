// Answers "how often did advice and decision agree?" (ADV-4, ADV-104), per provider and over time. Counts are whole; the
// ratios are for the eye and decide nothing.
import { type AgreementView, type Comparison, Provider, type Recommendation, type SettledOutcome } from "./schema.ts";

export type SettledAdvice = {
  readonly provider: Provider;
  readonly recommendation: Recommendation;
  readonly isFailed: boolean;
  /** null while nothing is decided. */
  readonly settled: { readonly outcome: SettledOutcome; readonly decidedAt: Date } | null;
};

const SHOWN = 24;

/** null: this pair says nothing about agreement. */
export function agrees(recommendation: Recommendation, outcome: SettledOutcome): boolean | null {
  if (recommendation === "neutral") return null;
  if (outcome === "deferred" || outcome === "withdrawn") return null;
  return (recommendation === "support") === (outcome !== "rejected");
}

/** Advice in the order of the decisions, oldest first; providers that gave none are left out. */
export function toAgreement(advice: readonly SettledAdvice[]): AgreementView {
  const providers = Provider.options.flatMap((provider) => {
    const own = advice.filter((each) => each.provider === provider);
    if (own.length === 0) return [];
    const comparisons = compare(own);
    const agreed = comparisons.filter((each) => each.isAgreement).length;
    return [
      {
        provider,
        given: own.length,
        failed: own.filter((each) => each.isFailed).length,
        compared: comparisons.length,
        agreed,
        agreementRatio: comparisons.length === 0 ? null : agreed / comparisons.length,
        comparisons: comparisons.slice(-SHOWN),
      },
    ];
  });
  return { providers };
}

function compare(advice: readonly SettledAdvice[]): Comparison[] {
  const comparisons: Comparison[] = [];
  let agreed = 0;
  for (const { recommendation, settled } of advice) {
    const isAgreement = settled === null ? null : agrees(recommendation, settled.outcome);
    if (settled === null || isAgreement === null) continue;
    agreed += isAgreement ? 1 : 0;
    comparisons.push({
      isAgreement,
      decidedAt: settled.decidedAt.toISOString(),
      rateSoFarRatio: agreed / (comparisons.length + 1),
    });
  }
  return comparisons;
}
