// How options are named, and how more of them are found than a page loads.
import { MODEL_STATUS_LABELS, TRUST_LABELS } from "@/components/governance/labels";
import type { FindOptions, PickOption } from "@/components/ui/pick-one";
import type { Person } from "@/lib/governance/identity/schema";
import type { PolicyItem } from "@/lib/governance/policy/view";
import { type ComponentItem, toComponentTitle } from "@/lib/governance/portfolio/schema";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelListItem } from "@/lib/governance/registry/view";
import { findComponentsAction, findModelsAction, findPeopleAction } from "../actions";
import type { TrustedOption } from "./form-values";
import type { PolicyChoice } from "./policy-draft";

const FOUND = 20;

export function toModelOption(
  model: Pick<ModelListItem, "reference" | "name" | "version" | "unit" | "status">,
): PickOption {
  const note = [MODEL_STATUS_LABELS[model.status].toLowerCase(), model.unit].filter(Boolean).join(", ");
  return { value: model.reference, label: toModelTitle(model), note };
}

export function toPersonOption({ id, name, trustLevel }: Pick<Person, "id" | "name" | "trustLevel">): TrustedOption {
  return { value: id, label: name, note: TRUST_LABELS[trustLevel].toLowerCase(), trustLevel };
}

export function toComponentOption(
  component: Pick<ComponentItem, "reference" | "name" | "version" | "status" | "trustLevel">,
): TrustedOption {
  const { reference, status, trustLevel } = component;
  return { value: reference, label: toComponentTitle(component), note: status, trustLevel };
}

export function toPolicyOption(policy: PolicyItem): PickOption & PolicyChoice {
  const { reference, version, content, ruleWords } = policy;
  const [value, label, note] = [reference, content.name, `version ${version}`];
  return { value, label, note, reference, version, content, ruleWords };
}

/** Whose trust can be voted on. */
export const canBeTrusted = ({ access, trustLevel }: Pick<Person, "access" | "trustLevel">): boolean =>
  access !== "ended" && trustLevel !== "quarantine";

export const findModels: FindOptions = async (q) => {
  const result = await findModelsAction({ q, limit: FOUND });
  return result.ok ? result.value.items.map(toModelOption) : null;
};

export const findPeople: FindOptions<TrustedOption> = async (q) => {
  const result = await findPeopleAction({ q, limit: FOUND });
  return result.ok ? result.value.items.filter(canBeTrusted).map(toPersonOption) : null;
};

export const findComponents: FindOptions<TrustedOption> = async (q) => {
  const result = await findComponentsAction({ q, status: ["active", "paused"], limit: FOUND });
  return result.ok ? result.value.items.map(toComponentOption) : null;
};
