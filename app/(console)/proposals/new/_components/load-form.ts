// Loads what the fields of a form offer, and what the link that led to it had chosen already. The page opens the doors.

import type { z } from "zod";
import type { PeoplePage, Setting } from "@/lib/governance/identity/schema";
import type { PolicyList } from "@/lib/governance/policy/view";
import {
  type ComponentList,
  type ComponentStatus,
  type ComponentView,
  toComponentTitle,
} from "@/lib/governance/portfolio/schema";
import { type ModelStatus, toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelList, ModelView } from "@/lib/governance/registry/view";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import { canBeTrusted, toComponentOption, toModelOption, toPersonOption, toPolicyOption } from "./find-options";
import type { FormOptions, Values } from "./form-values";

const MOST = 200;

export type Doors = {
  readonly models: (input: { status?: ModelStatus[]; limit: number }) => Promise<z.output<typeof ModelList>>;
  readonly model: (reference: string) => Promise<ModelView>;
  readonly people: (input: { limit: number }) => Promise<z.output<typeof PeoplePage>>;
  readonly components: (input: { status: ComponentStatus[]; limit: number }) => Promise<z.output<typeof ComponentList>>;
  readonly component: (reference: string) => Promise<ComponentView>;
  readonly policies: (input: { limit: number }) => Promise<z.output<typeof PolicyList>>;
  readonly settings: () => Promise<readonly Setting[]>;
};

const NONE = { items: [], nextCursor: null };

export async function loadForm(fields: readonly FormField[], named: (name: string) => string, doors: Doors) {
  const asks = (...types: readonly FormField["type"][]) => fields.some((field) => types.includes(field.type));
  const modelField = fields.find((field) => field.type === "model");
  const status =
    modelField?.type === "model" && modelField.statuses !== undefined ? [...modelField.statuses] : undefined;
  const takesLocked = modelField?.type === "model" && modelField.evenUnderVote === true;
  const [models, people, components, policies, settings] = await Promise.all([
    modelField === undefined ? NONE : doors.models({ status, limit: MOST }),
    asks("person", "trust_change") ? doors.people({ limit: MOST }) : NONE,
    asks("component", "component_change", "trust_change")
      ? doors.components({ status: ["active", "paused"], limit: MOST })
      : NONE,
    asks("policy", "policy_content") ? doors.policies({ limit: MOST }) : NONE,
    asks("setting_change") ? doors.settings() : [],
  ]);
  const options: FormOptions = {
    models: models.items.filter((model) => takesLocked || model.lockedByProposal === null).map(toModelOption),
    people: people.items.filter(canBeTrusted).map(toPersonOption),
    components: components.items.map(toComponentOption),
    policies: policies.items.map(toPolicyOption),
    settings,
    hasMore: {
      models: models.nextCursor !== null,
      people: people.nextCursor !== null,
      components: components.nextCursor !== null,
    },
  };
  const model = await chooseModel(modelField, named("model"), options, doors);
  const chosen = {
    ...(named("act") === "" ? {} : { act: named("act") }),
    ...choosePerson(named("person"), options),
    ...(await chooseComponent(fields, named("component"), doors)),
    ...choosePolicy(fields, named("policy"), options),
    ...model.chosen,
  };
  return { options, chosen, unavailable: model.unavailable };
}

type ChosenModel = { readonly chosen: Values; readonly unavailable: ModelView | null };

async function chooseModel(
  field: FormField | undefined,
  reference: string,
  options: FormOptions,
  doors: Doors,
): Promise<ChosenModel> {
  if (field === undefined || reference === "") return { chosen: {}, unavailable: null };
  const known = options.models.find((one) => one.value === reference);
  if (known !== undefined) return { chosen: toChosen(field, reference, known.label), unavailable: null };
  const model = await doors.model(reference);
  const isBeyond = options.hasMore.models && model.openProposal === null;
  if (!isBeyond) return { chosen: {}, unavailable: model };
  return { chosen: toChosen(field, model.reference, toModelTitle(model)), unavailable: null };
}

/** With the choice that shows the field, where it is one of several. */
function toChosen({ name, onlyWhen }: FormField, value: string, label: string): Values {
  const shown = onlyWhen === undefined ? {} : { [onlyWhen.field]: onlyWhen.value };
  return { [name]: value, [`${name}Label`]: label, ...shown };
}

/** By reference where one is picked; where a change is written, the change begins with it. */
function choosePolicy(fields: readonly FormField[], reference: string, { policies }: FormOptions): Values {
  const policy = policies.find((one) => one.value === reference);
  const field = fields.find(({ type }) => type === "policy" || type === "policy_content");
  if (policy === undefined || field === undefined) return {};
  if (field.type === "policy_content") return { [field.name]: { change: "change", policy: reference } };
  return { [field.name]: reference, [`${field.name}Label`]: policy.label };
}

function choosePerson(id: string, { people }: FormOptions): Values {
  const person = people.find((one) => one.value === id);
  return person === undefined ? {} : { person: id, personLabel: person.label, from: person.trustLevel };
}

async function chooseComponent(fields: readonly FormField[], reference: string, doors: Doors): Promise<Values> {
  const isAsked = fields.some(({ type }) => ["component", "component_change", "trust_change"].includes(type));
  if (!isAsked || reference === "") return {};
  const component = await doors.component(reference);
  const chosen = { component: component.reference, componentLabel: toComponentTitle(component) };
  const isTrust = fields.some(({ type }) => type === "trust_change");
  return {
    ...chosen,
    componentFacts: component,
    ...(isTrust ? { subject: "component", from: component.trustLevel } : {}),
  };
}
