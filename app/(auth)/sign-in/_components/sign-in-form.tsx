"use client";
import { type FormEvent, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PasswordInput } from "@/components/ui/password-input";
import { enter, explainSignIn, type SignInProblem } from "@/lib/client/sign-in";

/** `email` fixes who signs in and `organizationId` where: an invitation to somebody who has a password already. */
export function SignInForm({
  to,
  errorCode = null,
  email,
  organizationId = "",
}: {
  to: string;
  errorCode?: string | null;
  email?: string;
  organizationId?: string;
}) {
  const [problem, setProblem] = useState<SignInProblem | null>(errorCode === null ? null : explainSignIn(errorCode));
  const [missing, setMissing] = useState<{ email?: string; password?: string }>({});
  const [pending, setPending] = useState(false);
  const isBusy = useRef(false);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (isBusy.current) return;
    const given = new FormData(event.currentTarget);
    const typed = { email: String(given.get("email") ?? "").trim(), password: String(given.get("password") ?? "") };
    const lacks = {
      ...(typed.email === "" ? { email: "Enter your e-mail address" } : {}),
      ...(typed.password === "" ? { password: "Enter your password" } : {}),
    };
    setMissing(lacks);
    setProblem(null);
    if (Object.keys(lacks).length > 0) return;
    isBusy.current = true;
    setPending(true);
    const refused = await enter("password", { ...typed, organizationId }, to);
    isBusy.current = refused === null;
    setPending(refused === null);
    setProblem(refused);
  };
  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <FormProblem problem={problem} />
      <Field label="E-mail" error={missing.email}>
        <Input
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          defaultValue={email}
          readOnly={email !== undefined}
          autoFocus={email === undefined}
        />
      </Field>
      <Field label="Password" error={missing.password}>
        <PasswordInput name="password" autoComplete="current-password" />
      </Field>
      <Button type="submit" tone="primary" size="large" className="w-full" pending={pending}>
        Sign in
      </Button>
    </form>
  );
}
