"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useAction } from "@/lib/client/use-action";
import { createKeyAction } from "../../actions";
import { ScopeChoices } from "./scope-choices";
import { ShownKey } from "./shown-key";

const FIELDS = ["name", "scopes", "expiresInDays"] as const;

export function NewKey({ scopes }: { scopes: readonly string[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [made, setMade] = useState<{ key: string; expiresAt: string } | null>(null);
  const create = useAction(createKeyAction, {
    onDone: (key) => {
      setMade(key);
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const days = String(given.get("expiresInDays") ?? "").trim();
    void create.run({
      name: String(given.get("name") ?? ""),
      scopes: given.getAll("scopes").map(String),
      expiresInDays: days === "" ? Number.NaN : Number(days),
    });
  };
  const toggle = (next: boolean) => {
    create.clear();
    if (!next) setMade(null);
    setOpen(next);
  };
  const beside = create.problemBeside(...FIELDS);
  return (
    <Dialog
      wide
      open={open}
      onOpenChange={toggle}
      trigger={<Button tone="primary">Make a key</Button>}
      title={made === null ? "Make an API key" : "Your new key"}
      description={made === null ? "Give it no more than its program needs." : undefined}
    >
      {made === null ? (
        <form onSubmit={submit} onInput={create.forget} className="space-y-4" noValidate>
          <FormProblem problem={beside} />
          <div className="grid gap-4 md:grid-cols-[1fr_10rem]">
            <Field label="What is it for?" error={create.errorOf("name")}>
              <Input name="name" autoComplete="off" placeholder="Nightly export" autoFocus />
            </Field>
            <Field label="Ends after, in days" error={create.errorOf("expiresInDays")}>
              <Input name="expiresInDays" inputMode="numeric" defaultValue="90" autoComplete="off" />
            </Field>
          </div>
          <ScopeChoices scopes={scopes} error={create.errorOf("scopes")} />
          <div className="flex justify-end gap-2">
            <Button tone="quiet" onClick={() => toggle(false)}>
              Cancel
            </Button>
            <Button type="submit" tone="primary" pending={create.pending}>
              Make the key
            </Button>
          </div>
        </form>
      ) : (
        <ShownKey apiKey={made.key} expiresAt={made.expiresAt} onDone={() => toggle(false)} />
      )}
    </Dialog>
  );
}
