import type { PartProps } from "./form-part";
import { PolicyContentFields } from "./policy-content-fields";
import type { PolicyPayload } from "./policy-draft";

/** The policy room's own fields: what they make of a policy is kept under the field's name and sent as it is. */
export function PolicyContentPart({ field: { name }, values, set, errorOf, options }: PartProps) {
  return (
    <PolicyContentFields
      value={(values[name] as PolicyPayload | undefined) ?? null}
      onChange={(content) => set({ [name]: content })}
      errorOf={errorOf}
      policies={options.policies}
    />
  );
}
