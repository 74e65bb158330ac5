"use client";
import { AlertDialog } from "radix-ui";
import { type ReactNode, useState, useTransition } from "react";
import { Button } from "./button";
import { overlayStyle, panelStyle } from "./dialog";

/**
 * Asks before an act that is hard to take back. `act` says the act ("Withdraw the proposal"); `consequence` what then holds.
 * Stays open while `onConfirm` runs; a returned string is shown as the reason why it was refused, null closes.
 */
export function Confirm({
  trigger,
  title,
  consequence,
  act,
  danger = false,
  onConfirm,
  children,
}: {
  trigger: ReactNode;
  title: ReactNode;
  consequence: ReactNode;
  act: string;
  danger?: boolean;
  onConfirm: () => Promise<string | null | undefined>;
  children?: ReactNode;
}) {
  const [open, setOpen] = useState(false);
  const [refused, setRefused] = useState<string | null>(null);
  const [pending, start] = useTransition();
  const confirm = () =>
    start(async () => {
      const problem = await onConfirm();
      if (typeof problem === "string") setRefused(problem);
      else setOpen(false);
    });
  return (
    <AlertDialog.Root
      open={open}
      onOpenChange={(next) => {
        setRefused(null);
        setOpen(next);
      }}
    >
      <AlertDialog.Trigger asChild>{trigger}</AlertDialog.Trigger>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className={overlayStyle} />
        <AlertDialog.Content className={panelStyle}>
          <div className="px-5 pt-4 pb-5">
            <AlertDialog.Title className="text-base font-semibold">{title}</AlertDialog.Title>
            <AlertDialog.Description asChild>
              <div className="mt-1 text-sm text-ink-muted">{consequence}</div>
            </AlertDialog.Description>
            {children === undefined ? null : <div className="mt-4">{children}</div>}
            {refused === null ? null : (
              <p role="alert" className="mt-3 text-sm text-rejected">
                {refused}
              </p>
            )}
          </div>
          <div className="flex flex-wrap justify-end gap-2 border-t border-line px-5 py-3">
            <AlertDialog.Cancel asChild>
              <Button tone="quiet">Keep as it is</Button>
            </AlertDialog.Cancel>
            <Button tone={danger ? "danger" : "primary"} pending={pending} onClick={confirm}>
              {act}
            </Button>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  );
}
