import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { PickOne } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import type { ComponentView } from "@/lib/governance/portfolio/schema";
import { readComponentAction } from "../actions";
import { findComponents } from "./find-options";
import type { PartProps } from "./form-part";
import { componentOf, textOf, type Values } from "./form-values";

const FORGOTTEN: Values = { name: undefined, version: undefined, capabilities: undefined, riskAssessment: undefined };

/** Which component, and what it is to be: filled in with what it is. */
export function ComponentChangePart({ field, values, set, errorOf, options }: PartProps) {
  const chosen = componentOf(values);
  const choose = async (component: string, label: string | undefined) => {
    set({ ...FORGOTTEN, component, componentLabel: label });
    if (component === "") return;
    const result = await readComponentAction({ reference: component });
    if (result.ok) set({ componentFacts: result.value });
    else notify.refused(result.problem);
  };
  return (
    <>
      <Field label={field.label} hint={field.hint} error={errorOf("component") ?? errorOf("revision")}>
        <PickOne
          name="payload.component"
          value={textOf(values, "component")}
          onValue={(component, option) => void choose(component, option?.label)}
          options={options.components}
          find={options.hasMore.components ? findComponents : undefined}
          placeholder="Choose a component"
        />
      </Field>
      {chosen === null ? null : (
        <RadioGroup
          legend="What is to happen"
          name="payload.isRetired"
          value={values.isRetired === true ? "retire" : "change"}
          onValueChange={(value) => set({ isRetired: value === "retire" })}
          error={errorOf("isRetired")}
          choices={[
            { value: "change", label: "Change what it is", hint: "Its trust level and its status stay as they are" },
            { value: "retire", label: "Retire it for good", hint: "It takes no further change and cannot come back" },
          ]}
        />
      )}
      {chosen === null || values.isRetired === true ? null : (
        <Facts chosen={chosen} values={values} set={set} errorOf={errorOf} />
      )}
    </>
  );
}

function Facts({
  chosen,
  values,
  set,
  errorOf,
}: Pick<PartProps, "values" | "set" | "errorOf"> & { chosen: ComponentView }) {
  const controlOf = (name: "name" | "version" | "capabilities" | "riskAssessment") => {
    const present = name === "capabilities" ? chosen.capabilities.join("\n") : chosen[name];
    return {
      name: `payload.${name}`,
      value: typeof values[name] === "string" ? textOf(values, name) : present,
      onChange: (event: { target: { value: string } }) => set({ [name]: event.target.value }),
    };
  };
  return (
    <>
      <div className="grid gap-5 md:grid-cols-[1fr_10rem]">
        <Field label="Name" error={errorOf("name")}>
          <Input {...controlOf("name")} autoComplete="off" />
        </Field>
        <Field label="Version" error={errorOf("version")}>
          <Input {...controlOf("version")} autoComplete="off" />
        </Field>
      </div>
      <Field label="Capabilities" hint="What it can do, one a line" error={errorOf("capabilities")}>
        <Textarea {...controlOf("capabilities")} rows={4} />
      </Field>
      <Field label="Risk assessment" error={errorOf("riskAssessment")}>
        <Textarea {...controlOf("riskAssessment")} rows={5} />
      </Field>
    </>
  );
}
