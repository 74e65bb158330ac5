"use client";
import type { PartProps } from "./form-part";
import { PolicyContentFields } from "./policy-content-fields";
import { type PolicyPayload, sayDraft } from "./policy-draft";

/** A whole change of a policy is one field: it is kept under the field's own name as it is sent, with what the title says. */
export function PolicyContentPart({ field, values, set, errorOf, options }: PartProps) {
  const { name } = field;
  return (
    <PolicyContentFields
      value={(values[name] as PolicyPayload | undefined) ?? null}
      onChange={(payload, draft) => set({ [name]: payload, [`${name}Label`]: sayDraft(draft) })}
      errorOf={errorOf}
      policies={options.policies}
    />
  );
}
