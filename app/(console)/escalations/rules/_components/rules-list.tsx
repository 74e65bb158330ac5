import { sayCategory } from "@/components/governance/escalation-labels";
import { DefinitionList } from "@/components/ui/definition-list";
import { joinList } from "@/lib/format/words";
import type { EscalationRules } from "@/lib/governance/escalations/rules";
import { sayHour, sayWeekday } from "./rule-words";

/** The same for those who may not change it. */
export function RulesList({ rules }: { rules: EscalationRules }) {
  const { briefingHour, summaryHour, weeklyDay, keyStages, exemptCategories } = rules;
  return (
    <DefinitionList
      className="max-w-200"
      items={[
        { term: "Briefing", value: `Each day at ${sayHour(briefingHour)}` },
        { term: "Daily summary", value: `Each day at ${sayHour(summaryHour)}, to the chair` },
        { term: "Weekly digest", value: `${sayWeekday(weeklyDay)} at ${sayHour(briefingHour)}` },
        { term: "Key stages", value: keyStages.length === 0 ? "None" : joinList(keyStages.map(String)) },
        {
          term: "Never moved down",
          value: exemptCategories.length === 0 ? "None" : joinList(exemptCategories.map(sayCategory)),
        },
      ]}
    />
  );
}
