"use client";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { readNumber } from "./draft-text";

type Props = {
  name: string;
  what: string;
  isPassFail: boolean;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
};

/** Pass or fail, or a number from 0 to 1 by typing or by sliding. */
export function ScoreInput({ name, what, isPassFail, value, onChange, error }: Props) {
  const score = readNumber(value);
  if (isPassFail) {
    return (
      <RadioGroup
        legend="Result"
        name={name}
        inline
        value={value === "" ? "" : score === 1 ? "1" : "0"}
        onValueChange={onChange}
        choices={[
          { value: "1", label: "Pass" },
          { value: "0", label: "Fail" },
        ]}
        error={error}
      />
    );
  }
  const isKnown = score !== undefined && score >= 0 && score <= 1;
  return (
    <Field label="Score" hint="From 0, not at all, to 1, fully" error={error} className="max-w-96">
      <ScorePair name={name} what={what} value={value} slide={isKnown ? score : 0} onChange={onChange} />
    </Field>
  );
}

/** The typed number is the field; the slider beside it sets the same value in steps of 0.05. */
function ScorePair({
  name,
  what,
  value,
  slide,
  onChange,
  ...field
}: Omit<Props, "isPassFail" | "error"> & { slide: number; id?: string }) {
  return (
    <span className="flex items-center gap-4">
      <Input
        {...field}
        name={name}
        inputMode="decimal"
        autoComplete="off"
        className="w-24 shrink-0"
        placeholder="0.80"
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <input
        type="range"
        min={0}
        max={1}
        step={0.05}
        value={slide}
        aria-label={`Score for ${what}, in steps of 0.05`}
        aria-valuetext={value === "" ? "not scored" : String(slide)}
        onChange={(event) => onChange(event.target.value)}
        className={value === "" ? "h-8 w-full opacity-50 accent-accent" : "h-8 w-full accent-accent"}
      />
    </span>
  );
}
