import { TIER_LABELS } from "@/components/governance/labels";
import { TierBadge } from "@/components/governance/tier-badge";
import { VerdictReasons } from "@/components/governance/verdict-reasons";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import type { ModelView } from "@/lib/governance/registry/view";
import { OverrideTier } from "./override-tier";

/** The tier with its reasons; where a person set another one, both and why. */
export function TierPart({ model }: { model: ModelView }) {
  const { tierOverride: override, acts } = model;
  const assessed = TIER_LABELS[model.assessedTier];
  return (
    <Section title="Tier" act={acts.canRaiseTier || acts.canLowerTier ? <OverrideTier model={model} /> : undefined}>
      <TierBadge tier={model.tier} />
      {override === null ? null : (
        <div className="mt-2 text-sm">
          <p>
            Set by {override.by?.name ?? "the system"}, <Instant at={override.at} />; the facts give tier{" "}
            {assessed.step} {assessed.word}.
          </p>
          {override.reason === "" ? null : <p className="mt-1 text-ink-muted">“{override.reason}”</p>}
        </div>
      )}
      <VerdictReasons
        reasons={model.tierReasons}
        label={override === null ? "Why this tier" : `Why the facts give tier ${assessed.step}`}
        className="mt-2"
      />
    </Section>
  );
}
