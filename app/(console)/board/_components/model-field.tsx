"use client";
import { Combobox, type Search } from "@/components/ui/combobox";
import { toModelTitle } from "@/lib/governance/registry/schema";
import { findModelsAction } from "../actions";

const findModels: Search = async (q) => {
  const result = await findModelsAction({ q, limit: 8 });
  if (!result.ok) return null;
  return result.value.items.map((model) => ({ value: model.reference, name: toModelTitle(model) }));
};

/** A model by its reference; typing part of its name offers those that fit. */
export function ModelField({ error }: { error: string | undefined }) {
  return (
    <Combobox
      label="Model"
      hint="Type part of its name and choose it, or enter its reference"
      name="model"
      error={error}
      search={findModels}
    />
  );
}
