import { FACT_LABELS, STAGE_LABELS } from "@/components/governance/labels";
import { TierBadge } from "@/components/governance/tier-badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { MarkdownText } from "@/components/ui/markdown";
import { FactName, Tier } from "@/lib/governance/registry/schema";
import type { PackageView } from "@/lib/governance/registry/scorecard-view";

const say = (value: string | boolean | null | undefined) =>
  value === null || value === undefined ? "Not known" : value === true ? "Yes" : value === false ? "No" : value;

/** The model as it was when it was submitted. */
export function PackageFacts({ decided }: { decided: PackageView }) {
  const { model, stage } = decided;
  const tier = Tier.safeParse(model.tier).data;
  return (
    <>
      <MarkdownText className="mb-4">{String(model.description ?? "")}</MarkdownText>
      <DefinitionList
        items={[
          { term: "Name", value: say(model.name) },
          { term: "Version", value: say(model.version) },
          { term: "Unit", value: say(model.unit) || "Not given" },
          { term: "Tier", value: tier === undefined ? say(model.tier) : <TierBadge tier={tier} /> },
          ...FactName.options.map((name) => ({ term: FACT_LABELS[name], value: say(model[name]) })),
          { term: "Stage", value: stage === null ? "Not known" : STAGE_LABELS[stage] },
        ]}
      />
    </>
  );
}
