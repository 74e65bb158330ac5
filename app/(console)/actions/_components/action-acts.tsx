"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { ActionAct } from "@/lib/governance/meetings/schema";
import { changeActionAction } from "../actions";

type Item = { reference: string; title: string };

const CLOSING = {
  complete: {
    button: "Complete",
    title: "Complete this follow-up?",
    label: "What was done",
    hint: "Kept with the follow-up, for whoever asked for it.",
    done: "Follow-up completed",
  },
  cancel: {
    button: "Cancel it",
    title: "Cancel this follow-up?",
    label: "Why it is not needed any more",
    hint: "A finished follow-up stays as it is.",
    done: "Follow-up cancelled",
  },
} as const;

/** What the person may do with one follow-up now. */
export function ActionActs({ item, acts }: { item: Item; acts: readonly ActionAct[] }) {
  if (acts.length === 0) return null;
  return (
    <div className="flex justify-end gap-1.5 max-md:flex-wrap max-md:mt-1 max-md:w-full max-md:justify-start">
      {acts.includes("start") ? <Start item={item} /> : null}
      {acts.includes("complete") ? <Close item={item} act="complete" /> : null}
      {acts.includes("cancel") ? <Close item={item} act="cancel" /> : null}
    </div>
  );
}

function Start({ item }: { item: Item }) {
  const router = useRouter();
  const { run, pending } = useAction(changeActionAction, {
    onDone: () => {
      notify.done({ title: "Follow-up started", detail: item.title });
      router.refresh();
    },
    onRefused: notify.refused,
  });
  return (
    <Button
      size="small"
      pending={pending}
      aria-label={`Start ${item.reference}`}
      onClick={() => void run({ reference: item.reference, act: "start" })}
    >
      Start
    </Button>
  );
}

function Close({ item, act }: { item: Item; act: "complete" | "cancel" }) {
  const router = useRouter();
  const [isOpen, setIsOpen] = useState(false);
  const words = CLOSING[act];
  const { run, pending, errorOf, problemBeside, clear } = useAction(changeActionAction, {
    onDone: () => {
      setIsOpen(false);
      notify.done({ title: words.done, detail: item.title });
      router.refresh();
    },
  });
  const problem = problemBeside("note");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const note = String(new FormData(event.currentTarget).get("note") ?? "");
    void run({ reference: item.reference, act, note });
  };
  return (
    <Dialog
      open={isOpen}
      onOpenChange={(next) => {
        setIsOpen(next);
        clear();
      }}
      trigger={
        <Button
          size="small"
          tone={act === "cancel" ? "quiet" : undefined}
          aria-label={`${words.button}: ${item.reference}`}
        >
          {words.button}
        </Button>
      }
      title={words.title}
      description={`${item.reference}: ${item.title}`}
    >
      <form onSubmit={submit} className="grid gap-4">
        <FormProblem problem={problem} />
        <Field label={words.label} hint={words.hint} error={errorOf("note")}>
          <Textarea name="note" required maxLength={2_000} />
        </Field>
        <div className="flex justify-end">
          <Button type="submit" tone="primary" pending={pending}>
            {act === "complete" ? "Complete the follow-up" : "Cancel the follow-up"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
