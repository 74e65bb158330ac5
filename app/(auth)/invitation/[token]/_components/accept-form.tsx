"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { paths } from "@/lib/client/paths";
import { enter } from "@/lib/client/sign-in";
import { useAction } from "@/lib/client/use-action";
import { LEAST_PASSWORD_LENGTH } from "@/lib/governance/identity/schema";
import { acceptInvitationAction } from "../actions";

/** Sets the password, then signs in with it. */
export function AcceptForm({ token, email }: { token: string; email: string }) {
  const accept = useAction(acceptInvitationAction);
  const [isLeaving, setLeaving] = useState(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const password = String(new FormData(event.currentTarget).get("password") ?? "");
    const answer = await accept.run({ token, password });
    if (!answer?.ok) return;
    setLeaving(true);
    const { organizationId } = answer.value;
    const refused = await enter("password", { email, password, organizationId }, paths.home());
    if (refused !== null) window.location.assign(paths.signIn());
  };
  const beside = accept.problemBeside("password");
  return (
    <form onSubmit={submit} onInput={accept.forget} className="space-y-4" noValidate>
      <FormProblem problem={beside} />
      <Field label="E-mail">
        <Input name="email" type="email" autoComplete="username" defaultValue={email} readOnly />
      </Field>
      <Field
        label="Your password"
        hint={`At least ${LEAST_PASSWORD_LENGTH} characters; several words do well`}
        error={accept.errorOf("password")}
      >
        <PasswordInput name="password" autoComplete="new-password" leastLength={LEAST_PASSWORD_LENGTH} autoFocus />
      </Field>
      <Button type="submit" tone="primary" size="large" className="w-full" pending={accept.pending || isLeaving}>
        Set the password and sign in
      </Button>
    </form>
  );
}
