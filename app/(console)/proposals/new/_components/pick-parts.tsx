"use client";
import { Field } from "@/components/ui/field";
import { type FindOptions, PickOne, type PickOption } from "@/components/ui/pick-one";
import { findComponents, findModels, findPeople } from "./find-options";
import type { PartProps } from "./form-part";
import { textOf } from "./form-values";

/** Out of the options of one sort; the label goes with the value, for the title. */
function Pick({
  what,
  from,
  find,
  ...props
}: PartProps & { what: string; from: readonly PickOption[]; find?: FindOptions }) {
  const { field, values, set, errorOf } = props;
  const { name, label, hint, isOptional } = field;
  const value = textOf(values, name);
  const isListed = value === "" || from.some((option) => option.value === value);
  return (
    <Field label={label} hint={hint} optional={isOptional} error={errorOf(name)}>
      <PickOne
        name={`payload.${name}`}
        value={value}
        onValue={(picked, option) => set({ [name]: picked, [`${name}Label`]: option?.label })}
        options={isListed ? from : [...from, { value, label: textOf(values, `${name}Label`) }]}
        find={find}
        placeholder={`Choose a ${what}`}
      />
    </Field>
  );
}

export function ModelPart(props: PartProps) {
  const { models, hasMore } = props.options;
  return <Pick {...props} what="model" from={models} find={hasMore.models ? findModels : undefined} />;
}

export function PersonPart(props: PartProps) {
  const { people, hasMore } = props.options;
  return <Pick {...props} what="person" from={people} find={hasMore.people ? findPeople : undefined} />;
}

export function ComponentPart(props: PartProps) {
  const { components, hasMore } = props.options;
  return <Pick {...props} what="component" from={components} find={hasMore.components ? findComponents : undefined} />;
}

export function PolicyPart(props: PartProps) {
  const policies = props.options.policies.map(({ reference, content }) => ({ value: reference, label: content.name }));
  return <Pick {...props} what="policy" from={policies} />;
}
