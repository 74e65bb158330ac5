// Answers "what does the form of a draft begin with, and what of it is sent?" (VOT-190). Only what is typed can be changed: what
// the draft is about stays, because another subject is another proposal.

import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { DraftView } from "@/lib/governance/voting/view";
import { type FormOptions, toPayload, type Values } from "../../../new/_components/form-values";

const TYPED: ReadonlySet<FormField["type"]> = new Set(["text", "long_text", "lines", "whole_number", "day", "choice"]);

export const NOTHING_TO_PICK: FormOptions = {
  ...{ models: [], people: [], components: [], policies: [], settings: [] },
  hasMore: { models: false, people: false, components: false },
};

export function findTyped(fields: readonly FormField[]): readonly FormField[] {
  return fields.filter((field) => TYPED.has(field.type));
}

/** As the fields show them; what the payload holds besides goes along, because fields may depend on it. */
export function toValues({ payload }: DraftView): Values {
  const shown = Object.entries(payload).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join("\n") : typeof value === "number" ? String(value) : value,
  ]);
  return Object.fromEntries(shown);
}

/** Where the reason says the same as the description, it is asked for once. */
export function toOwnWords(draft: DraftView, fields: readonly FormField[]): string {
  const reason = fields.some((field) => field.name === "reason") ? draft.payload.reason : null;
  return typeof reason === "string" && reason.trim() === draft.description.trim() ? "" : draft.description;
}

type Typed = { readonly title: string; readonly description: string; readonly hours: string; readonly values: Values };

/** An emptied field is left out, as when it was new. */
export function toEdit(draft: DraftView, fields: readonly FormField[], typed: Typed) {
  const asked = findTyped(fields);
  const others = Object.entries(draft.payload).filter(([name]) => asked.every((field) => field.name !== name));
  const payload = { ...Object.fromEntries(others), ...toPayload(asked, typed.values, NOTHING_TO_PICK) };
  const reason = "reason" in payload && typeof payload.reason === "string" ? payload.reason : "";
  return {
    reference: draft.reference,
    title: typed.title,
    description: typed.description.trim() === "" ? reason : typed.description,
    // What is no number travels as none: the server answers with the field and the remedy.
    votingHours: typed.hours.trim() === "" ? Number.NaN : Number(typed.hours),
    ...(asked.length === 0 ? {} : { payload }),
  };
}
