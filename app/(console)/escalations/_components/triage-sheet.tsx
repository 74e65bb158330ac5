"use client";
import { type FormEvent, type KeyboardEvent, type ReactNode, useId } from "react";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem, type Refused } from "@/components/ui/field";
import type { QueueItem } from "@/lib/governance/escalations/view";

export type Target = Pick<QueueItem, "reference" | "title" | "severity" | "status">;

/** What an act is about, said above every sheet. */
function Targets({ items }: { items: readonly Target[] }) {
  const [only] = items;
  if (items.length === 1 && only !== undefined) {
    return (
      <span className="flex flex-wrap items-center gap-2">
        <SeverityPill severity={only.severity} />
        <span className="line-clamp-2">{only.title}</span>
      </span>
    );
  }
  return <>{items.length} escalations, each for itself</>;
}

/** An act on one or several escalations that asks for something first. Ctrl Enter carries it out. */
export function TriageSheet({
  title,
  items,
  verb,
  pending,
  problem,
  onSubmit,
  onInput,
  onClose,
  wide,
  children,
}: {
  title: string;
  items: readonly Target[];
  verb: string;
  pending: boolean;
  problem: Refused | null;
  onSubmit: (form: FormData) => void;
  onInput?: (event: FormEvent<HTMLFormElement>) => void;
  onClose: () => void;
  wide?: boolean;
  children: ReactNode;
}) {
  const formId = useId();
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onSubmit(new FormData(event.currentTarget));
  };
  const submitByKey = (event: KeyboardEvent<HTMLFormElement>) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || pending) return;
    event.preventDefault();
    event.currentTarget.requestSubmit();
  };
  return (
    <Dialog
      open
      wide={wide}
      onOpenChange={(open) => (open ? undefined : onClose())}
      title={title}
      description={<Targets items={items} />}
      footer={
        <>
          <span className="mr-auto self-center text-xs text-ink-muted max-md:hidden">
            <kbd className="font-mono">Ctrl Enter</kbd> does it, <kbd className="font-mono">Esc</kbd> closes
          </span>
          <Button tone="quiet" onClick={onClose}>
            Not now
          </Button>
          <Button type="submit" form={formId} tone="primary" pending={pending}>
            {verb}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} onKeyDown={submitByKey} onInput={onInput} className="space-y-4" noValidate>
        <FormProblem problem={problem} />
        {children}
      </form>
    </Dialog>
  );
}
