"use client";
import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, type ReactNode, useId, useState } from "react";
import { useShortcut } from "@/components/layout/use-shortcut";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { ActionResult } from "@/lib/governance/kernel/problem";

/**
 * An act that asks, says what follows and wants a reason. What was typed stays when the sheet is closed or the act is
 * refused. `shortcut` opens it from anywhere on the page.
 */
export function ReasonSheet({
  button,
  tone,
  size,
  title,
  consequence,
  label = "Reason",
  hint,
  optional = false,
  verb,
  danger = false,
  done,
  run,
  shortcut,
  children,
}: {
  button: ReactNode;
  tone?: ComponentProps<typeof Button>["tone"];
  size?: ComponentProps<typeof Button>["size"];
  title: string;
  consequence: ReactNode;
  label?: string;
  hint?: string;
  optional?: boolean;
  /** The act on the button that carries it out. */
  verb: string;
  danger?: boolean;
  done: string;
  run: (reason: string) => Promise<ActionResult<unknown>>;
  shortcut?: string;
  children?: ReactNode;
}) {
  const router = useRouter();
  const formId = useId();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const act = useAction(run, {
    onDone: () => {
      notify.done({ title: done });
      setOpen(false);
      setReason("");
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const toggle = (next: boolean) => {
    act.clear();
    setOpen(next);
  };
  useShortcut(shortcut ?? "", () => toggle(true), { enabled: shortcut !== undefined });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void act.run(reason);
  };
  const isReasonMissing = act.problem?.code === "voting.reason_required" && reason.trim() === "";
  const beside = isReasonMissing ? null : act.problemBeside("reason");
  return (
    <Dialog
      open={isOpen}
      onOpenChange={toggle}
      trigger={
        <Button tone={tone} size={size} aria-keyshortcuts={shortcut}>
          {button}
        </Button>
      }
      title={title}
      description={consequence}
      footer={
        <>
          <Button tone="quiet" onClick={() => toggle(false)}>
            Keep as it is
          </Button>
          <Button type="submit" form={formId} tone={danger ? "danger" : "primary"} pending={act.pending}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onInput={act.forget} className="space-y-4" noValidate>
        <FormProblem problem={beside} />
        {children}
        <Field
          label={label}
          hint={hint}
          optional={optional}
          error={isReasonMissing ? "Say why you decide this way" : act.errorOf("reason")}
        >
          <Textarea
            name="reason"
            rows={3}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
            autoFocus
            className="max-h-[38dvh]"
          />
        </Field>
      </form>
    </Dialog>
  );
}
