"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { ActionResult } from "@/lib/governance/kernel/problem";

type Act<Value> = (input: { personId: string; reason: string }) => Promise<ActionResult<Value>>;

/** Asks for the reason, says what follows, and stays open with what was typed when it is refused. */
export function ActWithReason<Value>({
  personId,
  act,
  verb,
  title,
  consequence,
  done,
  danger = false,
}: {
  personId: string;
  act: Act<Value>;
  verb: string;
  title: string;
  consequence: ReactNode;
  done: string;
  danger?: boolean;
}) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const carry = useAction(act, {
    onDone: () => {
      notify.done({ title: done });
      setOpen(false);
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void carry.run({ personId, reason: String(new FormData(event.currentTarget).get("reason") ?? "") });
  };
  const beside = carry.problemBeside("reason");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        carry.clear();
        setOpen(next);
      }}
      trigger={<Button tone={danger ? "danger" : "secondary"}>{`${verb}…`}</Button>}
      title={title}
      description={consequence}
    >
      <form onSubmit={submit} onInput={carry.forget} className="space-y-4" noValidate>
        {beside === null ? null : <FormProblem title={beside.title} detail={beside.detail} hint={beside.hint} />}
        <Field label="Reason" hint="Kept in the record; can be erased there later" error={carry.errorOf("reason")}>
          <Textarea name="reason" rows={3} autoFocus />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Keep as it is
          </Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} pending={carry.pending}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
