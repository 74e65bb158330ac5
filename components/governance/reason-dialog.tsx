"use client";
import { type ComponentProps, type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useAction } from "@/lib/client/use-action";
import type { ActionResult, Problem } from "@/lib/governance/kernel/problem";

/** Asks for the reason of an act, says what follows, and stays open with what was typed when it is refused. */
export function ReasonDialog<Value>({
  button,
  size,
  title,
  consequence,
  verb,
  danger = false,
  hint,
  reasonPath = "reason",
  run,
  onDone,
  toRefusal = (problem) => <FormProblem problem={problem} />,
}: {
  /** What opens it. */
  button: string;
  size?: ComponentProps<typeof Button>["size"];
  title: string;
  consequence: ReactNode;
  /** The act on the button that carries it out. */
  verb: string;
  danger?: boolean;
  hint: string;
  /** Where the server names the reason. */
  reasonPath?: string;
  run: (reason: string) => Promise<ActionResult<Value>>;
  onDone: (value: Value) => void;
  /** How a refusal is said above the form. */
  toRefusal?: (problem: Problem | null) => ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const act = useAction(run, {
    onDone: (value) => {
      setOpen(false);
      onDone(value);
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void act.run(String(new FormData(event.currentTarget).get(reasonPath) ?? ""));
  };
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        act.clear();
        setOpen(next);
      }}
      trigger={
        <Button size={size} tone={danger ? "danger" : "secondary"}>
          {button}
        </Button>
      }
      title={title}
      description={consequence}
    >
      <form onSubmit={submit} onInput={act.forget} className="space-y-4" noValidate>
        {toRefusal(act.problemBeside(reasonPath))}
        <Field label="Reason" hint={hint} error={act.errorOf(reasonPath)}>
          <Textarea name={reasonPath} rows={3} autoFocus />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Keep as it is
          </Button>
          <Button type="submit" tone={danger ? "danger" : "primary"} pending={act.pending}>
            {verb}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
