import { FACT_LABELS, STAGE_LABELS } from "@/components/governance/labels";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { MarkdownText } from "@/components/ui/markdown";
import { FactName } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";

const STAGE_DATES: Readonly<Record<string, string>> = {
  initiatedOn: "Initiated",
  developedOn: "Developed",
  implementedOn: "Implemented",
  retiredOn: "Retired",
};

function Answer({ fact }: { fact: boolean | null }) {
  if (fact === null) return <span className="text-ink-muted">Not known</span>;
  return <>{fact ? "Yes" : "No"}</>;
}

/** What the model is, and the answers that decide its tier. */
export function FactList({ model }: { model: ModelView }) {
  const dates = Object.entries(STAGE_DATES).flatMap(([name, term]): Definition[] => {
    const day = model.stageDates[name];
    return day ? [{ term, value: day }] : [];
  });
  const { stage } = model.facts;
  const items: Definition[] = [
    { term: "Unit", value: model.unit || <span className="text-ink-muted">Not given</span> },
    ...FactName.options.map((name) => ({ term: FACT_LABELS[name], value: <Answer fact={model.facts[name]} /> })),
    { term: "Stage", value: stage === null ? <Answer fact={null} /> : STAGE_LABELS[stage] },
    ...dates,
    ...(model.tags.length === 0 ? [] : [{ term: "Tags", value: model.tags.join(", ") }]),
  ];
  return (
    <>
      {model.description === "" ? (
        <p className="mb-4 text-ink-muted">No description is given.</p>
      ) : (
        <MarkdownText className="mb-4">{model.description}</MarkdownText>
      )}
      <DefinitionList items={items} />
    </>
  );
}
