// All members set one of the organisation's settings by weight of trust (VOT table, ORG-113, ORG-142).
import { z } from "zod";
import { isSettingKey, SETTINGS } from "../../identity/setting-catalogue.ts";
import { sayQuantity } from "../../kernel/quantity.ts";
import type { KindDefinition } from "./kind.ts";

const wholeNumber = z.int({ error: "Give a whole number" });

/** Integers in the setting's unit: a ratio in ten-thousandths. `oldValue` is the one in force when it is proposed. */
const ConfigurationPayload = z.strictObject({
  key: z.string({ error: "Choose a setting" }).min(1, { message: "Choose a setting" }).max(100),
  oldValue: wholeNumber,
  newValue: wholeNumber,
});

export const configuration: KindDefinition = {
  summary: "Set one of the organisation’s numbers, such as the voting period or the approval threshold",
  way: {
    by: "form",
    title: "{key}: {newValue} instead of {oldValue}",
    fields: [{ type: "setting_change", name: "key", label: "Setting" }],
  },
  input: ConfigurationPayload,
  read: (payload) => {
    const change = ConfigurationPayload.parse(payload);
    const { label, before, after } = say(change);
    return {
      model: null,
      subject: change.key,
      effect: { type: "set_setting", change },
      grounds: null,
      ask: () => `Set “${label}” to ${after}?`,
      describeEffect: () => ({
        sentence: `“${label}” is ${after} from the result on, instead of ${before}. What is open by then keeps its terms.`,
        items: [{ what: label, before, after }],
      }),
    };
  },
};

/** A key that the catalogue no longer has is called by its name. */
function say({ key, oldValue, newValue }: z.infer<typeof ConfigurationPayload>) {
  if (!isSettingKey(key)) return { label: key, before: String(oldValue), after: String(newValue) };
  const { label, unit } = SETTINGS[key];
  return { label, before: sayQuantity({ value: oldValue, unit }), after: sayQuantity({ value: newValue, unit }) };
}
