// Answers "what does the form of a draft begin with, and what of it is sent?" (VOT-190): the fields that a new proposal has, filled
// with what the draft says.
import { toTyped } from "@/components/governance/setting-units";
import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { DraftView } from "@/lib/governance/voting/view";
import { type FormOptions, textOf, toPayload, type Values } from "../../../new/_components/form-values";

/** What goes with a choice (`chosen`: labels, the facts that a change starts from) stands beside what the draft holds. */
export function toValues(
  { payload }: DraftView,
  fields: readonly FormField[],
  options: FormOptions,
  chosen: Values,
): Values {
  const shown = Object.entries(payload).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join("\n") : typeof value === "number" ? String(value) : value,
  ]);
  const begun = { ...chosen, ...Object.fromEntries(shown) };
  return Object.assign(begun, ...fields.map((field) => toOwnValues(field, payload, begun, options)));
}

/** What a field keeps otherwise than as it is sent. */
function toOwnValues(
  { type, name }: FormField,
  payload: DraftView["payload"],
  begun: Values,
  options: FormOptions,
): Values {
  switch (type) {
    case "policy_content":
      return { [name]: payload };
    case "setting_change": {
      const setting = options.settings.find((one) => one.key === payload.key);
      return setting === undefined ? {} : { newValue: toTyped(Number(payload.newValue), setting.unit) };
    }
    case "model":
    case "person":
    case "component":
      // What cannot be chosen any more stands with its reference.
      return { [`${name}Label`]: begun[`${name}Label`] ?? textOf(begun, name) };
    default:
      return {};
  }
}

/** Where the reason says the same as the description, it is asked for once. */
export function toOwnWords(draft: DraftView, fields: readonly FormField[]): string {
  const reason = fields.some((field) => field.name === "reason") ? draft.payload.reason : null;
  return typeof reason === "string" && reason.trim() === draft.description.trim() ? "" : draft.description;
}

const SENT: Partial<Record<FormField["type"], readonly string[]>> = {
  setting_change: ["key", "oldValue", "newValue"],
  trust_change: ["subject", "person", "component", "from", "to"],
  component_change: ["component", "revision", "name", "version", "capabilities", "riskAssessment", "isRetired"],
  policy_content: ["change", "policy", "baseVersion", "content"],
};

/** What no field asks for, such as what a grant renews, goes along. */
function findUnasked(payload: DraftView["payload"], fields: readonly FormField[]) {
  const asked = new Set(fields.flatMap(({ type, name }) => SENT[type] ?? [name]));
  return Object.fromEntries(Object.entries(payload).filter(([name]) => !asked.has(name)));
}

type Typed = {
  readonly title: string;
  readonly description: string;
  readonly hours: string;
  readonly values: Values;
  readonly options: FormOptions;
};

/** An emptied field is left out, as when it was new. */
export function toEdit(draft: DraftView, fields: readonly FormField[], typed: Typed) {
  const payload = { ...findUnasked(draft.payload, fields), ...toPayload(fields, typed.values, typed.options) };
  const reason = "reason" in payload && typeof payload.reason === "string" ? payload.reason : "";
  return {
    reference: draft.reference,
    title: typed.title,
    description: typed.description.trim() === "" ? reason : typed.description,
    // What is no number travels as none: the server answers with the field and the remedy.
    votingHours: typed.hours.trim() === "" ? Number.NaN : Number(typed.hours),
    ...(fields.length === 0 ? {} : { payload }),
  };
}
