import type { PartProps } from "./form-part";

/** What the policy room asks of a policy is kept, as it is to be sent, under the field's own name: `set({ [field.name]: … })`. */
export function PolicyContentPart({ field }: PartProps) {
  return <p className="text-ink-muted">{field.label}: a policy cannot be written here yet.</p>;
}
