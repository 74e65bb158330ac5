"use client";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { type ActionState, useAction } from "@/lib/client/use-action";
import type { ActionResult } from "@/lib/governance/kernel/problem";
import { ModelProblem } from "../../_components/model-problem";

/** Asks for the reason of an act, says what follows, and stays open with what was typed when it is refused. */
export function ReasonDialog<Input, Value>({
  label,
  title,
  consequence,
  danger = false,
  action,
  toInput,
  onDone,
  reasonPath = "reason",
}: {
  label: string;
  title: string;
  consequence: ReactNode;
  danger?: boolean;
  action: (input: Input) => Promise<ActionResult<Value>>;
  toInput: (reason: string) => Input;
  onDone: (value: Value) => void;
  /** Where the server names the reason. */
  reasonPath?: string;
}) {
  const [open, setOpen] = useState(false);
  const act: ActionState<Input, Value> = useAction(action, {
    onDone: (value) => {
      setOpen(false);
      onDone(value);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void act.run(toInput(String(new FormData(event.currentTarget).get(reasonPath) ?? "")));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        act.clear();
        setOpen(next);
      }}
      trigger={
        <Button size="small" tone={danger ? "danger" : "secondary"}>
          {label}
        </Button>
      }
      title={title}
      description={consequence}
    >
      <form onSubmit={submit} onInput={act.forget} className="space-y-4" noValidate>
        <ModelProblem problem={act.problemBeside(reasonPath)} />
        <Field label="Reason" hint="Kept in the record" error={act.errorOf(reasonPath)}>
          <Textarea name={reasonPath} rows={3} autoFocus />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Keep as it is
          </Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} pending={act.pending}>
            {label}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
