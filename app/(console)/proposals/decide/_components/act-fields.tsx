"use client";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelListItem } from "@/lib/governance/registry/view";
import type { ChairActInput } from "@/lib/governance/voting/request";

export type Candidate = Pick<ModelListItem, "reference" | "name" | "version" | "unit" | "tier">;
export type ActType = ChairActInput["type"];

/** What the act needs to know: the model, or the order with its addressee and its last day. */
export function ActFields({
  act,
  models,
  model,
  onModel,
  errorOf,
}: {
  act: ActType;
  models: readonly Candidate[];
  model: string;
  onModel: (reference: string) => void;
  errorOf: (path: string) => string | undefined;
}) {
  const isOrder = act === "instruct";
  const choice = (
    <Field
      label={isOrder ? "Model it concerns" : "Model"}
      hint={isOrder ? "Its owner is told" : "Approved and active models can be suspended"}
      optional={isOrder}
      error={errorOf("payload.model")}
    >
      <Select
        name="payload.model"
        placeholder={isOrder ? "None in particular" : "Choose a model"}
        value={model}
        onChange={(event) => onModel(event.target.value)}
        options={models.map((each) => ({
          value: each.reference,
          label: `${toModelTitle(each)}${each.unit === "" ? "" : ` (${each.unit})`}`,
        }))}
      />
    </Field>
  );
  if (!isOrder) return choice;
  return (
    <>
      <Field label="Order" hint="What has to be done, or left" error={errorOf("payload.instruction")}>
        <Textarea name="payload.instruction" rows={3} />
      </Field>
      <div className="grid gap-5 md:grid-cols-[minmax(0,1fr)_11rem]">
        <Field label="To whom" hint="A person, a unit or everybody who uses it" error={errorOf("payload.addressee")}>
          <Input name="payload.addressee" maxLength={200} />
        </Field>
        <Field label="Until" hint="Its last day" error={errorOf("payload.until")}>
          <Input name="payload.until" type="date" />
        </Field>
      </div>
      {choice}
    </>
  );
}
