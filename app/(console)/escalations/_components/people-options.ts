// How members, models and proposals are offered, and how more of them are found than a page loads.
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import type { FindOptions, PickOption } from "@/components/ui/pick-one";
import type { Person } from "@/lib/governance/identity/schema";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelListItem } from "@/lib/governance/registry/view";
import { findModelsAction, findPeopleAction, findProposalsAction } from "../actions";

export type PersonOption = PickOption;
const FOUND = 20;

export function toPersonOption({ id, name }: Pick<Person, "id" | "name">): PersonOption {
  return { value: id, label: name };
}

export function toModelOption(model: Pick<ModelListItem, "reference" | "name" | "version" | "status">): PickOption {
  return { value: model.reference, label: toModelTitle(model), note: MODEL_STATUS_LABELS[model.status].toLowerCase() };
}

export const findPeople: FindOptions = async (q) => {
  const result = await findPeopleAction({ q, access: "active", limit: FOUND });
  return result.ok ? result.value.items.map(toPersonOption) : null;
};

export const findModels: FindOptions = async (q) => {
  const result = await findModelsAction({ q, limit: FOUND });
  return result.ok ? result.value.items.map(toModelOption) : null;
};

export const findProposals: FindOptions = async (q) => {
  const result = await findProposalsAction({ q, limit: FOUND });
  return result.ok
    ? result.value.items.map(({ reference, title }) => ({ value: reference, label: title, note: reference }))
    : null;
};
