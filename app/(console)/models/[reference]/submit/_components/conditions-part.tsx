"use client";
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { plural } from "@/lib/format/words";
import type { ConditionText, DraftText } from "./draft-text";

const MOST = 20;

/** What is promised with the approval, and how long the board may vote. */
export function ConditionsPart({
  typed,
  defaults,
  onChange,
  errorAt,
}: {
  typed: DraftText;
  /** What holds where nothing is typed. */
  defaults: { readonly votingHours: number; readonly conditionDays: number };
  onChange: (typed: DraftText) => void;
  errorAt: (path: string) => string | undefined;
}) {
  const added = useRef(0);
  const { conditions } = typed;
  const set = (next: readonly ConditionText[]) => onChange({ ...typed, conditions: next });
  const add = () => {
    added.current += 1;
    set([...conditions, { key: `new-${Date.now()}-${added.current}`, text: "", days: "" }]);
  };
  return (
    <>
      <Section title="Conditions" note="Optional. Each becomes a follow-up with its date when the model is approved">
        <ol className="space-y-3">
          {conditions.map((condition, index) => (
            <ConditionRow
              key={condition.key}
              condition={condition}
              number={index + 1}
              days={defaults.conditionDays}
              error={errorAt(`conditions.${condition.key}`) ?? errorAt(`conditions.${index}`)}
              onChange={(next) => set(conditions.map((each) => (each.key === condition.key ? next : each)))}
              onRemove={() => set(conditions.filter((each) => each.key !== condition.key))}
            />
          ))}
        </ol>
        <Button size="small" className="mt-3" disabled={conditions.length >= MOST} onClick={add}>
          <Plus aria-hidden />
          Add a condition
        </Button>
      </Section>
      <Section title="Voting">
        <Field
          label="Voting hours"
          hint={`How long the board may vote, 1 to 168; ${defaults.votingHours} when left empty`}
          error={errorAt("votingHours")}
          className="max-w-60"
        >
          <Input
            name="votingHours"
            inputMode="numeric"
            autoComplete="off"
            placeholder={String(defaults.votingHours)}
            value={typed.votingHours}
            onChange={(event) => onChange({ ...typed, votingHours: event.target.value })}
          />
        </Field>
      </Section>
    </>
  );
}

function ConditionRow({
  condition,
  number,
  days,
  error,
  onChange,
  onRemove,
}: {
  condition: ConditionText;
  number: number;
  days: number;
  error: string | undefined;
  onChange: (condition: ConditionText) => void;
  onRemove: () => void;
}) {
  return (
    <li>
      <div className="grid grid-cols-[1fr_auto] items-start gap-2 md:grid-cols-[1fr_8rem_auto]">
        <Textarea
          aria-label={`Condition ${number}`}
          aria-invalid={error === undefined ? undefined : true}
          rows={2}
          placeholder="Human review of every case above 50,000"
          className="max-md:col-span-2"
          autoFocus={condition.key.startsWith("new-") && condition.text === ""}
          value={condition.text}
          onChange={(event) => onChange({ ...condition, text: event.target.value })}
        />
        <Input
          aria-label={`Condition ${number}: due in days after the decision`}
          inputMode="numeric"
          placeholder={plural(days, "day")}
          value={condition.days}
          onChange={(event) => onChange({ ...condition, days: event.target.value })}
        />
        <Button
          tone="quiet"
          size="icon"
          className="max-md:size-11"
          aria-label={`Remove condition ${number}`}
          onClick={onRemove}
        >
          <X aria-hidden />
        </Button>
      </div>
      {error === undefined ? null : <FieldError>{error}</FieldError>}
    </li>
  );
}
