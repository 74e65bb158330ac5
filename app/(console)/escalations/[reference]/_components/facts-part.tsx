import Link from "next/link";
import { CHANNEL_LABELS, sayCategory, sayTrigger } from "@/components/governance/escalation-labels";
import { type Definition, DefinitionList } from "@/components/ui/definition-list";
import { Instant } from "@/components/ui/instant";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import type { EscalationView } from "@/lib/governance/escalations/view";

const dollars = (amount: number) => `$${amount.toLocaleString("en", { minimumFractionDigits: 2 })}`;

function list(item: EscalationView): Definition[] {
  const { model, venture, portfolio, category, trigger, stage, financialImpactUsd, deadlineAt } = item;
  const rows: (Definition | null)[] = [
    model === null
      ? null
      : {
          term: "Model",
          value: (
            <Link className="link" href={paths.models.detail(model.reference)}>
              {model.name}
            </Link>
          ),
        },
    venture === null
      ? null
      : {
          term: "Venture",
          value: (
            <Link className="link" href={paths.escalations.list({ view: "all", scope: venture.reference })}>
              {venture.name}
            </Link>
          ),
        },
    portfolio === null ? null : { term: "Portfolio", value: portfolio.name },
    category === null ? null : { term: "Category", value: sayCategory(category) },
    trigger === null ? null : { term: "Known trigger", value: sayTrigger(trigger) },
    stage === null ? null : { term: "Stage", value: `Stage ${stage} of 25` },
    financialImpactUsd === null ? null : { term: "At stake", value: dollars(financialImpactUsd) },
    deadlineAt === null ? null : { term: "Matter due", value: <Instant at={deadlineAt} as="deadline" /> },
    { term: "Channel", value: CHANNEL_LABELS[item.channel] },
    {
      term: "Raised",
      value: (
        <>
          {item.raisedBy?.name ?? (item.source === "person" ? "By a person" : item.source)},{" "}
          <Instant at={item.raisedAt} as="exact" />
        </>
      ),
    },
    item.source === "person" ? null : { term: "Source", value: item.source },
  ];
  return rows.filter((row) => row !== null);
}

export function FactsPart({ item }: { item: EscalationView }) {
  return (
    <Section title="Facts">
      <DefinitionList items={list(item)} className="md:grid-cols-[7rem_1fr]" />
    </Section>
  );
}
