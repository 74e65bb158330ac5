import type { ComponentProps, ReactNode } from "react";
import { cn } from "./class-names";

/** A checkbox with its words; the whole line is the target. */
export function Checkbox({
  label,
  hint,
  className,
  ...props
}: Omit<ComponentProps<"input">, "type"> & { label: ReactNode; hint?: ReactNode }) {
  return (
    <label className={cn("flex min-h-8 items-start gap-2.5 py-1.5 max-md:min-h-11 max-md:py-2.5", className)}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0" {...props} />
      <span>
        <span className="block">{label}</span>
        {hint === undefined ? null : <span className="block text-xs text-ink-muted">{hint}</span>}
      </span>
    </label>
  );
}

export type Choice = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

/** One of a few, each with its words. `legend` is the question. */
export function RadioGroup({
  legend,
  name,
  choices,
  defaultValue,
  value,
  onValueChange,
  error,
  required,
  inline = false,
}: {
  legend: ReactNode;
  name: string;
  choices: readonly Choice[];
  defaultValue?: string;
  value?: string;
  onValueChange?: (value: string) => void;
  error?: string;
  required?: boolean;
  inline?: boolean;
}) {
  const errorId = `${name}-error`;
  return (
    <fieldset aria-describedby={error ? errorId : undefined} className="min-w-0">
      <legend className="mb-1.5 text-sm font-medium">{legend}</legend>
      <div className={cn("flex gap-2", inline ? "flex-wrap" : "flex-col")}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="flex min-h-9 items-start gap-2.5 rounded-md border border-line-strong bg-raised px-3 py-2 transition-colors has-checked:border-accent has-checked:bg-accent-soft has-disabled:opacity-55 max-md:min-h-11"
          >
            <input
              type="radio"
              name={name}
              value={choice.value}
              disabled={choice.disabled}
              required={required}
              className="mt-0.5 size-4 shrink-0"
              {...(value === undefined
                ? { defaultChecked: defaultValue === choice.value }
                : { checked: value === choice.value, onChange: () => onValueChange?.(choice.value) })}
            />
            <span>
              <span className="block">{choice.label}</span>
              {choice.hint === undefined ? null : <span className="block text-xs text-ink-muted">{choice.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error ? (
        <p id={errorId} className="mt-1 text-xs text-rejected">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
