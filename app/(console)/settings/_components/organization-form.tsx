"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { fromTyped, toTyped, UNIT_WORDS } from "@/components/governance/setting-units";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { OrganizationSettings, Setting } from "@/lib/governance/identity/schema";
import { sayQuantity } from "@/lib/governance/kernel/quantity";
import { changeSettingsAction } from "../actions";

export function OrganizationForm({
  organization,
  settings,
  zones,
}: {
  organization: OrganizationSettings["organization"];
  settings: readonly Setting[];
  zones: readonly string[];
}) {
  const router = useRouter();
  const [unreadable, setUnreadable] = useState<readonly string[]>([]);
  const change = useAction(changeSettingsAction, {
    onDone: () => {
      notify.done({ title: "Settings saved" });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const typed = settings.map(({ key, unit }) => ({ key, value: fromTyped(String(given.get(key) ?? ""), unit) }));
    const bad = typed.filter(({ value }) => value === null).map(({ key }) => key);
    setUnreadable(bad);
    if (bad.length > 0) return;
    void change.run({
      organizationName: String(given.get("organizationName") ?? ""),
      timeZone: String(given.get("timeZone") ?? ""),
      settings: Object.fromEntries(typed.map(({ key, value }) => [key, value ?? 0])),
    });
  };
  const errorOf = (setting: Setting) =>
    unreadable.includes(setting.key)
      ? setting.unit === "ten_thousandths"
        ? "Give a percentage with at most two decimals, such as 66.67"
        : `Give whole ${UNIT_WORDS[setting.unit]}`
      : toBounds(setting, change.errorOf(`settings.${setting.key}`));
  const beside = change.problemBeside("organizationName", "timeZone", "settings");
  const known = zones.includes(organization.timeZone) ? zones : [organization.timeZone, ...zones];
  return (
    <form onSubmit={submit} className="max-w-120" noValidate>
      <FormProblem problem={beside} />
      <div className="space-y-4">
        <Field label="Name" error={change.errorOf("organizationName")}>
          <Input name="organizationName" defaultValue={organization.name} autoComplete="organization" />
        </Field>
        <Field
          label="Time zone"
          hint="Dates and deadlines are shown in it, to everybody"
          error={change.errorOf("timeZone")}
        >
          <Select
            name="timeZone"
            defaultValue={organization.timeZone}
            options={known.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
          />
        </Field>
      </div>
      <Section title="Rules with a number" note="They hold from the next act on; nothing that is open changes">
        <div className="space-y-5">
          {settings.map((setting) => (
            <Field
              key={setting.key}
              label={setting.label}
              hint={`${setting.meaning}. Standard: ${sayQuantity({ ...setting, value: setting.standard })}`}
              error={errorOf(setting)}
            >
              <SettingInput setting={setting} />
            </Field>
          ))}
        </div>
      </Section>
      <Button type="submit" tone="primary" pending={change.pending} className="mt-6 max-md:h-11 max-md:w-full">
        Save the settings
      </Button>
    </form>
  );
}

/** The server speaks of integers; the person typed per cent. */
function toBounds(setting: Setting, error: string | undefined): string | undefined {
  if (error === undefined || setting.unit !== "ten_thousandths") return error;
  return `Give a percentage from ${toTyped(setting.least, setting.unit)} to ${toTyped(setting.most, setting.unit)}`;
}

function SettingInput({ setting, ...field }: { setting: Setting; id?: string }) {
  return (
    <span className="flex items-center gap-2">
      <Input
        name={setting.key}
        inputMode="decimal"
        autoComplete="off"
        defaultValue={toTyped(setting.value, setting.unit)}
        className="w-28 text-right tabular-nums"
        {...field}
      />
      <span className="text-sm text-ink-muted">{UNIT_WORDS[setting.unit]}</span>
    </span>
  );
}
