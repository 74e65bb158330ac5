"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { PasswordInput } from "@/components/ui/password-input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import { LEAST_PASSWORD_LENGTH } from "@/lib/governance/identity/schema";
import { changePasswordAction } from "../../actions";

export function PasswordForm({ email }: { email: string }) {
  const router = useRouter();
  // A changed password leaves the fields: they are made anew.
  const [round, setRound] = useState(0);
  const change = useAction(changePasswordAction, {
    onDone: ({ ended }) => {
      const detail = ended === 0 ? "There were no other sessions." : `${plural(ended, "other session")} ended.`;
      notify.done({ title: "Password changed", detail });
      setRound(round + 1);
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    void change.run({
      currentPassword: String(given.get("currentPassword") ?? ""),
      newPassword: String(given.get("newPassword") ?? ""),
    });
  };
  const beside = change.problemBeside("currentPassword", "newPassword");
  return (
    <form key={round} onSubmit={submit} onInput={change.forget} className="max-w-120 space-y-4" noValidate>
      <FormProblem problem={beside} />
      <input type="hidden" name="username" autoComplete="username" value={email} readOnly />
      <Field label="Current password" error={change.errorOf("currentPassword")}>
        <PasswordInput name="currentPassword" autoComplete="current-password" />
      </Field>
      <Field
        label="New password"
        hint={`At least ${LEAST_PASSWORD_LENGTH} characters; several words do well. Your other sessions end.`}
        error={change.errorOf("newPassword")}
      >
        <PasswordInput name="newPassword" autoComplete="new-password" leastLength={LEAST_PASSWORD_LENGTH} />
      </Field>
      <Button type="submit" pending={change.pending} className="max-md:h-11 max-md:w-full">
        Change the password
      </Button>
    </form>
  );
}
