"use client";
import { Plus, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { plural } from "@/lib/format/words";

const MOST = 20;

export type TypedCondition = { readonly key: number; readonly text: string; readonly days: string };

/** What was typed as it is sent: rows without a word say nothing. */
export function toConditions(typed: readonly TypedCondition[]) {
  return typed
    .filter(({ text, days }) => `${text}${days}`.trim() !== "")
    .map(({ text, days }) => ({ text, ...(days.trim() === "" ? {} : { dueInDays: Number(days) }) }));
}

/** Conditions that a decision in favour would carry. */
export function ConditionsEditor({
  typed,
  onChange,
  errorOf,
  conditionDays,
}: {
  typed: readonly TypedCondition[];
  onChange: (typed: readonly TypedCondition[]) => void;
  errorOf: (path: string) => string | undefined;
  conditionDays: number;
}) {
  const added = useRef(0);
  const add = () => {
    added.current += 1;
    onChange([...typed, { key: added.current, text: "", days: "" }]);
  };
  const edit = (key: number, change: Partial<TypedCondition>) =>
    onChange(typed.map((one) => (one.key === key ? { ...one, ...change } : one)));
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">
        Conditions<span className="font-normal text-ink-muted"> (optional)</span>
      </legend>
      <p className="mb-1.5 text-xs text-ink-muted">
        Each becomes a follow-up if it is decided in favour, due {plural(conditionDays, "day")} after the decision
        unless you say otherwise
      </p>
      <ol className="space-y-3">
        {typed.map(({ key, text, days }, index) => (
          <li key={key}>
            <div className="grid grid-cols-[1fr_auto] items-start gap-2 md:grid-cols-[1fr_8rem_auto]">
              <Textarea
                name={`conditions.${index}.text`}
                aria-label={`Condition ${index + 1}`}
                aria-invalid={errorOf(`conditions.${index}`) === undefined ? undefined : true}
                rows={2}
                className="max-md:col-span-2"
                value={text}
                onChange={(event) => edit(key, { text: event.target.value })}
              />
              <Input
                name={`conditions.${index}.dueInDays`}
                aria-label={`Condition ${index + 1}: due in days after the decision`}
                inputMode="numeric"
                placeholder={plural(conditionDays, "day")}
                value={days}
                onChange={(event) => edit(key, { days: event.target.value })}
              />
              <Button
                tone="quiet"
                size="icon"
                className="max-md:size-11"
                aria-label={`Remove condition ${index + 1}`}
                onClick={() => onChange(typed.filter((one) => one.key !== key))}
              >
                <X aria-hidden />
              </Button>
            </div>
            {errorOf(`conditions.${index}`) === undefined ? null : (
              <FieldError>{errorOf(`conditions.${index}`)}</FieldError>
            )}
          </li>
        ))}
      </ol>
      <Button size="small" className="mt-2" disabled={typed.length >= MOST} onClick={add}>
        <Plus aria-hidden />
        Add a condition
      </Button>
    </fieldset>
  );
}
