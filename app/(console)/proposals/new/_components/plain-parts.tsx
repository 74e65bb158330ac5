import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { PartProps } from "./form-part";
import { textOf } from "./form-values";

const FEW_CHOICES = 4;

/** Label, hint and error of a field, and where its value goes. */
function frameOf({ field, errorOf }: PartProps) {
  const { label, hint, isOptional } = field;
  return { label, hint, optional: isOptional, error: errorOf(field.name) };
}

function controlOf({ field, values, set }: PartProps) {
  return {
    name: `payload.${field.name}`,
    value: textOf(values, field.name),
    onChange: (event: { target: { value: string } }) => set({ [field.name]: event.target.value }),
  };
}

export function TextPart(props: PartProps) {
  const { field } = props;
  const isLong = field.type === "long_text" || field.type === "lines";
  return (
    <Field {...frameOf(props)}>
      {isLong ? (
        <Textarea {...controlOf(props)} rows={field.type === "lines" ? 4 : 6} />
      ) : (
        <Input {...controlOf(props)} autoComplete="off" />
      )}
    </Field>
  );
}

export function NumberPart(props: PartProps) {
  const { field } = props;
  if (field.type !== "whole_number") return null;
  return (
    <Field {...frameOf(props)} hint={field.hint ?? `${field.least} to ${field.most} ${field.unit}`}>
      <Input {...controlOf(props)} inputMode="numeric" autoComplete="off" className="md:w-32" />
    </Field>
  );
}

export function DayPart(props: PartProps) {
  return (
    <Field {...frameOf(props)}>
      <Input {...controlOf(props)} type="date" className="md:w-44" />
    </Field>
  );
}

export function ChoicePart(props: PartProps) {
  const { field, values, set, errorOf } = props;
  if (field.type !== "choice") return null;
  if (field.options.length > FEW_CHOICES) {
    return (
      <Field {...frameOf(props)}>
        <Select {...controlOf(props)} placeholder="Choose one" options={[...field.options]} />
      </Field>
    );
  }
  return (
    <RadioGroup
      legend={field.label}
      name={`payload.${field.name}`}
      value={textOf(values, field.name)}
      onValueChange={(value) => set({ [field.name]: value })}
      error={errorOf(field.name)}
      choices={[...field.options]}
      inline
    />
  );
}
