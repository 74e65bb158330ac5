import { TRUST_LABELS, TRUST_VOTES } from "@/components/governance/labels";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { PickOne } from "@/components/ui/pick-one";
import { TrustLevel } from "@/lib/governance/kernel/permission";
import { findComponents, findPeople } from "./find-options";
import type { PartProps } from "./form-part";
import { textOf, type Values } from "./form-values";

const SUBJECTS = [
  { value: "person", label: "A person" },
  { value: "component", label: "A component" },
];

const UNCHOSEN: Values = { person: undefined, component: undefined, from: undefined, to: undefined };

/** Who or what, the level it has, and the level it is to have. */
export function TrustChangePart({ field, values, set, errorOf, options }: PartProps) {
  const subject = values.subject === "component" ? "component" : "person";
  const from = TrustLevel.safeParse(values.from).data;
  const { people, components, hasMore } = options;
  const isLong = subject === "person" ? hasMore.people : hasMore.components;
  return (
    <>
      <RadioGroup
        legend={field.label}
        name="payload.subject"
        value={subject}
        onValueChange={(value) => set({ ...UNCHOSEN, subject: value })}
        choices={SUBJECTS}
        inline
      />
      <Field
        label={subject === "person" ? "Person" : "Component"}
        hint={
          subject === "person"
            ? "Not yourself, and nobody in quarantine: an admin releases them first"
            : "Registered and not retired"
        }
        error={errorOf(subject) ?? errorOf("from")}
      >
        <PickOne
          name={`payload.${subject}`}
          value={textOf(values, subject)}
          onValue={(value, option) =>
            set({ ...UNCHOSEN, [subject]: value, [`${subject}Label`]: option?.label, from: option?.trustLevel })
          }
          options={subject === "person" ? people : components}
          find={isLong ? (subject === "person" ? findPeople : findComponents) : undefined}
          placeholder={`Choose a ${subject}`}
        />
      </Field>
      {from === undefined ? null : (
        <RadioGroup
          legend={`New trust level, now ${TRUST_LABELS[from].toLowerCase()}`}
          name="payload.to"
          value={textOf(values, "to")}
          onValueChange={(to) => set({ to })}
          error={errorOf("to")}
          choices={TrustLevel.options
            .filter((level) => level !== from)
            .map((level) => ({
              value: level,
              label: TRUST_LABELS[level],
              hint: subject === "person" ? TRUST_VOTES[level] : undefined,
            }))}
        />
      )}
    </>
  );
}
