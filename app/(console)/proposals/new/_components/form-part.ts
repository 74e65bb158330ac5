import type { FormField } from "@/lib/governance/voting/kinds/form-field";
import type { FormOptions, Values } from "./form-values";

/** What draws one field. `set` gives values to the form by name; `errorOf` takes a name of the payload. */
export type PartProps = {
  readonly field: FormField;
  readonly values: Values;
  readonly set: (change: Values) => void;
  readonly errorOf: (name: string) => string | undefined;
  readonly options: FormOptions;
};
