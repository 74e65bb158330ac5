import { FieldError } from "@/components/ui/field";

/** Several of many, each a small word to press; what is chosen is filled and ticked. */
export function PillChoices({
  legend,
  hint,
  name,
  choices,
  chosen,
  error,
}: {
  legend: string;
  hint: string;
  name: string;
  choices: readonly { value: string; label: string }[];
  chosen: readonly string[];
  error?: string;
}) {
  return (
    <fieldset className="min-w-0">
      <legend className="text-sm font-medium">{legend}</legend>
      <p className="mt-1 mb-2 max-w-read text-xs text-ink-muted">{hint}</p>
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label }) => (
          <label
            key={value}
            className="inline-flex min-h-8 items-center gap-1.5 rounded-md border border-line-strong bg-raised px-2.5 text-sm transition-colors has-checked:border-accent has-checked:bg-accent-soft max-md:min-h-11"
          >
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={chosen.includes(value)}
              className="size-3.5 shrink-0"
            />
            {label}
          </label>
        ))}
      </div>
      {error ? <FieldError>{error}</FieldError> : null}
    </fieldset>
  );
}
