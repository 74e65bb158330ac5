"use client";
import { type FormEvent, useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { Section } from "@/components/ui/section";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/client/paths";
import { enter } from "@/lib/client/sign-in";
import { useAction } from "@/lib/client/use-action";
import { LEAST_PASSWORD_LENGTH } from "@/lib/governance/identity/schema";
import { foundOrganizationAction } from "../actions";

const TEMPLATES = [
  {
    value: "standard",
    label: "Standard",
    hint: "One board for the models of one organisation: those in operation, high-risk ones in development, and what others supply",
  },
  {
    value: "enterprise",
    label: "Enterprise",
    hint: "One board over many business units: it also covers bought-in products, research and everything customers meet, and it holds a budget",
  },
] as const;

const FIELDS = ["organizationName", "timeZone", "template", "adminName", "adminEmail", "adminPassword"] as const;

export function FirstRunForm({ zones }: { zones: readonly string[] }) {
  const [zone, setZone] = useState("UTC");
  const [isLeaving, setLeaving] = useState(false);
  const found = useAction(foundOrganizationAction);
  useEffect(() => {
    const here = new Intl.DateTimeFormat().resolvedOptions().timeZone;
    if (zones.includes(here)) setZone(here);
  }, [zones]);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    const template = text("template") === "enterprise" ? "enterprise" : "standard";
    const answer = await found.run({
      organizationName: text("organizationName"),
      timeZone: zone,
      template,
      adminName: text("adminName"),
      adminEmail: text("adminEmail"),
      adminPassword: text("adminPassword"),
    });
    if (!answer?.ok) return;
    setLeaving(true);
    const credentials = { email: text("adminEmail"), password: text("adminPassword"), organizationId: "" };
    // Founded, but not signed in: the sign-in page takes it from here.
    if ((await enter("password", credentials, paths.home())) !== null) window.location.assign(paths.signIn());
  };
  const beside = found.problemBeside(...FIELDS);
  return (
    <form onSubmit={submit} onInput={found.forget} noValidate>
      <FormProblem problem={beside} />
      <Section title="Organisation" rule={false} className="mt-2">
        <div className="space-y-4">
          <Field label="Name" error={found.errorOf("organizationName")}>
            <Input name="organizationName" autoComplete="organization" autoFocus />
          </Field>
          <Field
            label="Time zone"
            hint="Deadlines and dates are shown in it, to everybody"
            error={found.errorOf("timeZone")}
          >
            <Select
              name="timeZone"
              value={zone}
              onChange={(event) => setZone(event.target.value)}
              options={zones.map((name) => ({ value: name, label: name.replaceAll("_", " ") }))}
            />
          </Field>
        </div>
      </Section>
      <Section title="Charter">
        <RadioGroup
          legend="Begin with the template"
          name="template"
          choices={TEMPLATES}
          defaultValue="standard"
          error={found.errorOf("template")}
        />
      </Section>
      <Section title="First admin" note="That is you">
        <div className="space-y-4">
          <Field label="Your name" error={found.errorOf("adminName")}>
            <Input name="adminName" autoComplete="name" />
          </Field>
          <Field label="Your e-mail" hint="You sign in with it" error={found.errorOf("adminEmail")}>
            <Input name="adminEmail" type="email" autoComplete="username" autoCapitalize="none" />
          </Field>
          <Field
            label="A password"
            hint={`At least ${LEAST_PASSWORD_LENGTH} characters; several words do well`}
            error={found.errorOf("adminPassword")}
          >
            <PasswordInput name="adminPassword" autoComplete="new-password" leastLength={LEAST_PASSWORD_LENGTH} />
          </Field>
        </div>
      </Section>
      <div className="mt-8 border-t border-line pt-5">
        <Button
          type="submit"
          tone="primary"
          size="large"
          pending={found.pending || isLeaving}
          className="max-md:w-full"
        >
          Found the organisation
        </Button>
      </div>
    </form>
  );
}
