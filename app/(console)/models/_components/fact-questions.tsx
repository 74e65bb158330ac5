"use client";
import { STAGE_LABELS } from "@/components/governance/labels";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { FactName, Stage, type TierFacts } from "@/lib/governance/registry/schema";

const QUESTIONS: Record<FactName, { question: string; hint: string }> = {
  affectsRights: {
    question: "Does it affect people’s rights?",
    hint: "Its output weighs on access to benefits, credit, work, housing, education, liberty or equal treatment.",
  },
  affectsSafety: {
    question: "Does it affect safety?",
    hint: "A wrong output can hurt people, property or critical services.",
  },
  decidesAutonomously: {
    question: "Does it decide without a human?",
    hint: "Its output takes effect before a person has looked at the single case.",
  },
  usesPersonalData: {
    question: "Does it use personal data?",
    hint: "In training or in operation, also when it could be traced back only with effort.",
  },
  isPublicFacing: {
    question: "Does it face the public?",
    hint: "People outside the organisation use it or see its output directly.",
  },
};

const CHOICES = [
  { value: "yes", label: "Yes" },
  { value: "no", label: "No" },
  { value: "unknown", label: "Not known" },
];

const toChoice = (fact: boolean | null) => (fact === null ? "unknown" : fact ? "yes" : "no");
const toFact = (choice: string) => (choice === "unknown" ? null : choice === "yes");

/** The facts that decide the tier. Not known is an answer of its own, never a no. */
export function FactQuestions({
  facts,
  onChange,
  errorOf,
}: {
  facts: TierFacts;
  onChange: (facts: TierFacts) => void;
  errorOf: (path: string) => string | undefined;
}) {
  return (
    <div className="space-y-5">
      {FactName.options.map((name) => (
        <RadioGroup
          key={name}
          name={name}
          inline
          legend={
            <>
              {QUESTIONS[name].question}
              <span className="block text-xs font-normal text-ink-muted">{QUESTIONS[name].hint}</span>
            </>
          }
          choices={CHOICES}
          value={toChoice(facts[name])}
          onValueChange={(choice) => onChange({ ...facts, [name]: toFact(choice) })}
          error={errorOf(`facts.${name}`)}
        />
      ))}
      <Field label="How far along is it?" error={errorOf("facts.stage")}>
        <Select
          value={facts.stage ?? ""}
          placeholder="Not known"
          onChange={(event) => onChange({ ...facts, stage: Stage.safeParse(event.target.value).data ?? null })}
          options={Stage.options.map((value) => ({ value, label: STAGE_LABELS[value] }))}
        />
      </Field>
    </div>
  );
}
