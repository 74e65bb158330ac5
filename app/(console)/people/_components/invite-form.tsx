"use client";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { InvitationLink } from "@/lib/governance/identity/schema";
import { invitePersonAction } from "../actions";
import { RoleChoices, readRoles } from "./role-choices";
import { ShownLink } from "./shown-link";

export function InviteForm() {
  const [made, setMade] = useState<{ link: InvitationLink; name: string } | null>(null);
  const invite = useAction(invitePersonAction);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    const answer = await invite.run({
      name: text("name"),
      email: text("email"),
      department: text("department"),
      grantedRoles: readRoles(given),
    });
    if (answer?.ok) setMade({ link: answer.value, name: text("name").trim() });
  };
  if (made !== null) {
    return (
      <div className="max-w-read">
        <ShownLink path={made.link.path} expiresAt={made.link.expiresAt} name={made.name} />
        <div className="mt-4 flex flex-wrap gap-2">
          <Button onClick={() => setMade(null)}>Invite another person</Button>
          <LinkButton tone="quiet" href={paths.people.detail(made.link.personId)}>
            {`Open ${made.name}`}
          </LinkButton>
        </div>
      </div>
    );
  }
  const beside = invite.problemBeside("name", "email", "department", "grantedRoles");
  return (
    <form onSubmit={submit} onInput={invite.forget} className="max-w-120 space-y-4" noValidate>
      <FormProblem problem={beside} />
      <Field label="Name" error={invite.errorOf("name")}>
        <Input name="name" autoComplete="off" autoFocus />
      </Field>
      <Field label="E-mail" hint="They sign in with it" error={invite.errorOf("email")}>
        <Input name="email" type="email" autoComplete="off" autoCapitalize="none" />
      </Field>
      <Field label="Department" optional error={invite.errorOf("department")}>
        <Input name="department" autoComplete="off" />
      </Field>
      <RoleChoices error={invite.errorOf("grantedRoles")} />
      <Button type="submit" tone="primary" pending={invite.pending} className="max-md:h-11 max-md:w-full">
        Make the invitation
      </Button>
    </form>
  );
}
