"use client";
import type { ReactNode } from "react";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import { ComponentChangePart } from "./component-change-part";
import type { PartProps } from "./form-part";
import { isShown } from "./form-values";
import { ComponentPart, ModelPart, PersonPart, PolicyPart } from "./pick-parts";
import { ChoicePart, DayPart, NumberPart, TextPart } from "./plain-parts";
import { PolicyContentPart } from "./policy-content-part";
import { SettingChangePart } from "./setting-change-part";
import { TrustChangePart } from "./trust-change-part";

/** One line a type of field; the compiler asks for each. */
const PARTS: Readonly<Record<FormField["type"], (props: PartProps) => ReactNode>> = {
  text: TextPart,
  long_text: TextPart,
  lines: TextPart,
  whole_number: NumberPart,
  day: DayPart,
  choice: ChoicePart,
  model: ModelPart,
  person: PersonPart,
  component: ComponentPart,
  policy: PolicyPart,
  setting_change: SettingChangePart,
  trust_change: TrustChangePart,
  component_change: ComponentChangePart,
  policy_content: PolicyContentPart,
};

export function FormParts({ fields, ...rest }: Omit<PartProps, "field"> & { fields: readonly FormField[] }) {
  return fields
    .filter((field) => isShown(field, rest.values))
    .map((field) => {
      const Part = PARTS[field.type];
      return <Part key={field.name} field={field} {...rest} />;
    });
}
