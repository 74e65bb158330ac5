"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { Account } from "@/lib/governance/identity/schema";
import { changeAccountAction } from "../../actions";

const HOURS = Array.from({ length: 24 }, (_, hour) => ({
  value: String(hour),
  label: `${String(hour).padStart(2, "0")}:00`,
}));

export function ProfileForm({ account }: { account: Account }) {
  const router = useRouter();
  const change = useAction(changeAccountAction, {
    onDone: () => {
      notify.done({ title: "Account saved" });
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const hour = (name: string) => (given.get(name) === "" ? null : Number(given.get(name)));
    void change.run({
      name: String(given.get("name") ?? ""),
      digestHour: hour("digestHour") ?? account.digestHour,
      quietFromHour: hour("quietFromHour"),
      quietUntilHour: hour("quietUntilHour"),
    });
  };
  const beside = change.problemBeside("name", "digestHour", "quietFromHour", "quietUntilHour");
  const zone = account.organization.timeZone.replaceAll("_", " ");
  return (
    <form onSubmit={submit} onInput={change.forget} className="max-w-120 space-y-4" noValidate>
      <FormProblem problem={beside} />
      <Field label="Name" hint="As the board sees it" error={change.errorOf("name")}>
        <Input name="name" defaultValue={account.name} autoComplete="name" />
      </Field>
      <Field
        label="Daily summary at"
        hint={`In the organisation's time zone, ${zone}`}
        error={change.errorOf("digestHour")}
      >
        <Select name="digestHour" defaultValue={String(account.digestHour)} options={HOURS} />
      </Field>
      <div className="grid grid-cols-2 gap-4">
        <Field label="Quiet from" error={change.errorOf("quietFromHour")}>
          <Select
            name="quietFromHour"
            defaultValue={account.quietFromHour === null ? "" : String(account.quietFromHour)}
            options={HOURS}
            placeholder="No quiet hours"
          />
        </Field>
        <Field label="Quiet until" error={change.errorOf("quietUntilHour")}>
          <Select
            name="quietUntilHour"
            defaultValue={account.quietUntilHour === null ? "" : String(account.quietUntilHour)}
            options={HOURS}
            placeholder="No quiet hours"
          />
        </Field>
      </div>
      <Button type="submit" tone="primary" pending={change.pending} className="max-md:h-11 max-md:w-full">
        Save the account
      </Button>
    </form>
  );
}
