// Answers "what does the form send, and what is its title?" from the fields' data and what was typed (VOT-161). The server
// judges; here only what was never given is noticed.
import { fromTyped, toTyped } from "@/components/governance/setting-units";
import type { PickOption } from "@/components/ui/pick-one";
import type { Setting } from "@/lib/governance/identity/schema";
import type { TrustLevel } from "@/lib/governance/kernel/permission";
import type { ComponentView } from "@/lib/governance/portfolio/schema";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { PolicyChoice } from "./policy-draft";

/** By name: text as typed; a field that asks for more than text keeps what it likes under its own name. */
export type Values = Readonly<Record<string, unknown>>;

/** A person or a component, with the trust that a change of it starts from. */
export type TrustedOption = PickOption & { readonly trustLevel: TrustLevel };

export type FormOptions = {
  readonly models: readonly PickOption[];
  /** Without oneself and without whoever is quarantined. */
  readonly people: readonly TrustedOption[];
  readonly components: readonly TrustedOption[];
  /** With what each says, for a change of it. */
  readonly policies: readonly (PickOption & PolicyChoice)[];
  readonly settings: readonly Setting[];
  /** There are more than were loaded: typing searches them. */
  readonly hasMore: Readonly<Record<"models" | "people" | "components", boolean>>;
};

export const textOf = (values: Values, name: string): string => {
  const value = values[name];
  return typeof value === "string" ? value : "";
};

/** One entry a line; empty lines say nothing. */
const toLines = (typed: string): string[] =>
  typed
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");

export function isShown(field: FormField, values: Values): boolean {
  return field.onlyWhen === undefined || textOf(values, field.onlyWhen.field) === field.onlyWhen.value;
}

type Sent = Record<string, unknown>;

/** What one field adds to the payload. What is empty and may be so is left out. */
function toSent(field: FormField, values: Values, options: FormOptions): Sent {
  const { name } = field;
  const typed = textOf(values, name);
  switch (field.type) {
    case "whole_number":
      if (typed.trim() === "" && field.isOptional === true) return {};
      return { [name]: /^\d{1,12}$/u.test(typed.trim()) ? Number(typed) : Number.NaN };
    case "lines":
      return toLines(typed).length === 0 && field.isOptional === true ? {} : { [name]: toLines(typed) };
    case "setting_change":
      return toSettingChange(values, options);
    case "trust_change":
      return toTrustChange(values);
    case "component_change":
      return toComponentChange(values);
    case "policy_content":
      return (values[name] as Sent | undefined) ?? {};
    default:
      return typed.trim() === "" && field.isOptional === true ? {} : { [name]: typed };
  }
}

function toSettingChange(values: Values, { settings }: FormOptions): Sent {
  const setting = settings.find((one) => one.key === values.key);
  if (setting === undefined) return {};
  const newValue = fromTyped(textOf(values, "newValue"), setting.unit) ?? Number.NaN;
  return { key: setting.key, oldValue: setting.value, newValue };
}

/** The subject is kept with its level when it is chosen. */
function toTrustChange(values: Values): Sent {
  const subject = values.subject === "component" ? "component" : "person";
  return { subject, [subject]: textOf(values, subject), from: values.from, to: values.to };
}

/** The chosen component as it was read for this form; null until it is there. */
export function componentOf(values: Values): ComponentView | null {
  const facts = values.componentFacts as ComponentView | undefined;
  return facts?.reference === values.component ? (facts ?? null) : null;
}

/** Only what differs from the component as it was read. */
function toComponentChange(values: Values): Sent {
  const chosen = componentOf(values);
  if (chosen === null) return {};
  const { reference: component, revision } = chosen;
  if (values.isRetired === true) return { component, revision, isRetired: true };
  const changed: Sent = {};
  for (const name of ["name", "version", "riskAssessment"] as const) {
    const typed = values[name];
    if (typeof typed === "string" && typed.trim() !== chosen[name]) changed[name] = typed;
  }
  if (typeof values.capabilities === "string") {
    const lines = toLines(values.capabilities);
    if (lines.join("\n") !== chosen.capabilities.join("\n")) changed.capabilities = lines;
  }
  return { component, revision, ...changed };
}

export function toPayload(fields: readonly FormField[], values: Values, options: FormOptions): Sent {
  return Object.assign({}, ...fields.filter((one) => isShown(one, values)).map((one) => toSent(one, values, options)));
}

const CHOSEN: Partial<Record<FormField["type"], string>> = {
  model: "Choose a model",
  person: "Choose a person",
  component: "Choose a component",
  policy: "Choose a policy",
  choice: "Choose one",
  day: "Give a day",
};

/** Messages for choices that were not made, by the path that the server would name. */
export function findMissing(fields: readonly FormField[], values: Values): Record<string, string> {
  const missing: Record<string, string> = {};
  const ask = (name: string, message: string) => {
    if (textOf(values, name).trim() === "") missing[`payload.${name}`] = message;
  };
  for (const field of fields.filter((one) => isShown(one, values))) {
    const message = CHOSEN[field.type];
    if (message !== undefined && field.isOptional !== true) ask(field.name, message);
    if (field.type === "setting_change") ask("key", "Choose a setting");
    if (field.type === "component_change") ask("component", "Choose a component");
    if (field.type === "trust_change") {
      const subject = values.subject === "component" ? "component" : "person";
      ask(subject, `Choose a ${subject}`);
      ask("to", "Choose a trust level");
    }
  }
  return missing;
}

/** What each field says, for the title. What is chosen goes by the label that was kept with it. */
function toWords(fields: readonly FormField[], values: Values, options: FormOptions): Record<string, string> {
  const words: Record<string, string> = {};
  for (const field of fields.filter((one) => isShown(one, values))) {
    const { name } = field;
    const label = textOf(values, `${name}Label`);
    if (field.type === "choice") words[name] = field.options.find((one) => one.value === values[name])?.label ?? "";
    else if (field.type === "setting_change") Object.assign(words, toSettingWords(values, options));
    else if (field.type === "trust_change") Object.assign(words, toTrustWords(values));
    else words[name] = label === "" && !isPick(field) ? textOf(values, name).trim() : label;
  }
  return words;
}

function isPick({ type }: FormField): boolean {
  return type === "component_change" || CHOSEN[type]?.startsWith("Choose a ") === true;
}

function toTrustWords(values: Values): Record<string, string> {
  const subject = values.subject === "component" ? "component" : "person";
  return { subject: textOf(values, `${subject}Label`), from: textOf(values, "from"), to: textOf(values, "to") };
}

function toSettingWords(values: Values, { settings }: FormOptions): Record<string, string> {
  const setting = settings.find((one) => one.key === values.key);
  if (setting === undefined) return {};
  const unit = setting.unit === "ten_thousandths" ? " %" : ` ${setting.unit}`;
  const typed = textOf(values, "newValue").trim();
  const newValue = fromTyped(typed, setting.unit) === null ? "" : `${typed.replace(/\s*%$/u, "")}${unit}`;
  return { key: setting.label, oldValue: `${toTyped(setting.value, setting.unit)}${unit}`, newValue };
}

const TITLE_CHARACTERS = 200;

/** The title of a kind's template; empty while one of its words is. */
export function toTitle(
  template: string | null,
  fields: readonly FormField[],
  values: Values,
  options: FormOptions,
): string {
  if (template === null) return "";
  const words = toWords(fields, values, options);
  const names = [...template.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
  if (names.some((name) => (words[name] ?? "") === "")) return "";
  const title = template.replace(/\{(\w+)\}/gu, (_, name: string) => words[name] ?? "");
  return [...title].slice(0, TITLE_CHARACTERS).join("");
}
