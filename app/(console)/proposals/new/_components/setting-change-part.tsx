import { toTyped, UNIT_WORDS } from "@/components/governance/setting-units";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { sayQuantity } from "@/lib/governance/kernel/quantity";
import type { PartProps } from "./form-part";
import { textOf } from "./form-values";

/** Which setting, what it is now, and what it is to be, in the unit that people say it in. */
export function SettingChangePart({ field, values, set, errorOf, options }: PartProps) {
  const setting = options.settings.find((one) => one.key === values.key);
  return (
    <>
      <Field
        label={field.label}
        hint={setting === undefined ? field.hint : `${setting.meaning}.`}
        error={errorOf("key") ?? errorOf("oldValue")}
      >
        <Select
          name="payload.key"
          value={textOf(values, "key")}
          onChange={(event) => set({ key: event.target.value, newValue: "" })}
          placeholder="Choose a setting"
          options={options.settings.map((one) => ({ value: one.key, label: `${one.label} (now ${sayQuantity(one)})` }))}
        />
      </Field>
      {setting === undefined ? null : (
        <Field
          label="New value"
          hint={`Now ${sayQuantity(setting)}. From ${toTyped(setting.least, setting.unit)} to ${toTyped(setting.most, setting.unit)} ${UNIT_WORDS[setting.unit]}`}
          error={readable(errorOf("newValue"), setting.unit)}
        >
          <NewValue
            value={textOf(values, "newValue")}
            unit={UNIT_WORDS[setting.unit]}
            onValue={(newValue) => set({ newValue })}
          />
        </Field>
      )}
    </>
  );
}

/** The server speaks of integers; the person typed per cent. */
function readable(error: string | undefined, unit: keyof typeof UNIT_WORDS): string | undefined {
  if (error === undefined || unit !== "ten_thousandths") return error;
  return "Give a percentage from 0 to 100 with at most two decimals, other than the one that holds";
}

function NewValue({
  value,
  unit,
  onValue,
  ...control
}: {
  value: string;
  unit: string;
  onValue: (value: string) => void;
  id?: string;
}) {
  return (
    <span className="flex items-center gap-2">
      <Input
        name="payload.newValue"
        inputMode="decimal"
        autoComplete="off"
        value={value}
        onChange={(event) => onValue(event.target.value)}
        className="w-28 text-right tabular-nums"
        {...control}
      />
      <span className="text-sm text-ink-muted">{unit}</span>
    </span>
  );
}
