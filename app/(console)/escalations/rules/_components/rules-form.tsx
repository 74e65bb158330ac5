"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { sayCategory } from "@/components/governance/escalation-labels";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { EscalationRules } from "@/lib/governance/escalations/rules";
import { Category } from "@/lib/governance/escalations/schema";
import { LAST_STAGE } from "@/lib/governance/portfolio/schema";
import { changeRulesAction } from "../actions";
import { PillChoices } from "./pill-choices";
import { sayHour, WEEKDAYS } from "./rule-words";

const FIELDS = ["keyStages", "exemptCategories", "briefingHour", "summaryHour", "weeklyDay"] as const;
const STAGES = Array.from({ length: LAST_STAGE }, (_, index) => ({ value: `${index + 1}`, label: `${index + 1}` }));
const CATEGORIES = Category.options.map((value) => ({ value, label: sayCategory(value) }));
const HOURS = Array.from({ length: 24 }, (_, hour) => ({ value: `${hour}`, label: sayHour(hour) }));
const DAYS = WEEKDAYS.map((label, index) => ({ value: `${index + 1}`, label }));

/** What chair and admins set for everybody (ESC-124). */
export function RulesForm({ rules, revision }: { rules: EscalationRules; revision: number }) {
  const router = useRouter();
  const change = useAction(changeRulesAction, {
    onDone: () => {
      notify.done({ title: "Rules saved", detail: "They hold from the next escalation on." });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void change.run({
      revision,
      keyStages: given.getAll("keyStages").map(Number),
      exemptCategories: given.getAll("exemptCategories").map((value) => Category.parse(value)),
      briefingHour: Number(given.get("briefingHour")),
      summaryHour: Number(given.get("summaryHour")),
      weeklyDay: Number(given.get("weeklyDay")),
    });
  };
  return (
    <form onSubmit={submit} onInput={change.forget} className="max-w-200 space-y-6" noValidate>
      <FormProblem problem={change.problemBeside(...FIELDS)} />
      <div className="grid gap-4 md:grid-cols-3">
        <Field label="Briefing" hint="Each day, in the page and by mail" error={change.errorOf("briefingHour")}>
          <Select name="briefingHour" defaultValue={String(rules.briefingHour)} options={HOURS} />
        </Field>
        <Field label="Daily summary" hint="To the chair" error={change.errorOf("summaryHour")}>
          <Select name="summaryHour" defaultValue={String(rules.summaryHour)} options={HOURS} />
        </Field>
        <Field label="Weekly digest" hint="At the hour of the briefing" error={change.errorOf("weeklyDay")}>
          <Select name="weeklyDay" defaultValue={String(rules.weeklyDay)} options={DAYS} />
        </Field>
      </div>
      <PillChoices
        legend="Key stages"
        hint="A venture at one of them adds 2 points to the severity of its escalations."
        name="keyStages"
        choices={STAGES}
        chosen={rules.keyStages.map(String)}
        error={change.errorOf("keyStages")}
      />
      <PillChoices
        legend="Never moved down"
        hint="Categories that go out as their severity asks, also when a budget of attention is used up."
        name="exemptCategories"
        choices={CATEGORIES}
        chosen={rules.exemptCategories}
        error={change.errorOf("exemptCategories")}
      />
      <Button type="submit" tone="primary" pending={change.pending} className="max-md:h-11 max-md:w-full">
        Save the rules
      </Button>
    </form>
  );
}
