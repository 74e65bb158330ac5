"use client";
import { TimeChart } from "@/components/charts/time-chart";
import { useClock } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { formatPercent } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { AgreementView, Provider, ProviderAgreement } from "@/lib/governance/advisory/schema";

const ANALYST: Readonly<Record<Provider, string>> = {
  rule_based: "The rule-based analyst",
  language_model: "The language model",
};

const SERIES = [{ key: "share", label: "Agreed so far", colour: "accent" }] as const;

/** How often advice and decision agreed (ADV-4): it judges the analyst, not the board. */
export function AdviceFigures({ agreement }: { agreement: AgreementView }) {
  if (agreement.providers.length === 0) return null;
  return (
    <Section title="Advice and decisions">
      {agreement.providers.map((provider) => (
        <OfProvider key={provider.provider} agreement={provider} />
      ))}
    </Section>
  );
}

function OfProvider({ agreement }: { agreement: ProviderAgreement }) {
  const { zone } = useClock();
  const { provider, given, failed, compared, agreed, agreementRatio, comparisons } = agreement;
  const took =
    agreementRatio === null
      ? "none of it can be compared yet"
      : `${agreed} of ${compared} that took a side agreed with the decision (${formatPercent(agreementRatio)})`;
  return (
    <>
      <p className="mb-4 max-w-read">
        {ANALYST[provider]} advised on {plural(given, "proposal")}; {took}
        {failed === 0 ? "" : `; ${plural(failed, "try", "tries")} failed`}.
      </p>
      {comparisons.length < 2 ? null : (
        <TimeChart
          title="Agreement of advice with decisions"
          sentence="Share of all decisions so far on which the advice took the same side"
          series={SERIES}
          rows={comparisons.map((each) => ({ at: each.decidedAt, share: Math.round(each.rateSoFarRatio * 100) }))}
          zone={zone}
          unit="%"
          domain={[0, 100]}
          height={160}
        />
      )}
    </>
  );
}
