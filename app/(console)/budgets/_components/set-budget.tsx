"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { setBudgetAction } from "../actions";
import { LIMIT_LABELS, LIMITS, type LimitName, type Limits } from "./limit-words";

/** `scope` is a level, or the reference of one portfolio or venture. */
export type BudgetTarget = { scope: string; name: string; limits: Limits; revision: number; consequence: string };

/** The chair sets limits, with a reason that stays with the change (ESC-123). */
export function SetBudget({ target }: { target: BudgetTarget }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button size="small" aria-label={`Change the budget of ${target.name}`}>
          Change…
        </Button>
      }
      title={`Budget of ${target.name}`}
      description={target.consequence}
    >
      <BudgetForm target={target} onClose={() => setOpen(false)} />
    </Dialog>
  );
}

const toCount = (typed: FormDataEntryValue | null) => {
  const text = String(typed ?? "").replace(/[\s,]/gu, "");
  return /^-?\d+(\.\d+)?$/u.test(text) ? Number(text) : null;
};

function BudgetForm({ target, onClose }: { target: BudgetTarget; onClose: () => void }) {
  const router = useRouter();
  const [unreadable, setUnreadable] = useState<readonly LimitName[]>([]);
  const set = useAction(setBudgetAction, {
    onDone: () => {
      notify.done({ title: `Budget of ${target.name} set`, detail: "It holds from the next escalation on." });
      router.refresh();
      onClose();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const { immediatePerDay, nextBriefingPerDay, weeklyPerWeek } = Object.fromEntries(
      LIMITS.map((name) => [name, toCount(given.get(name))]),
    ) as Record<LimitName, number | null>;
    const wrong = LIMITS.filter((name) => toCount(given.get(name)) === null);
    setUnreadable(wrong);
    if (immediatePerDay === null || nextBriefingPerDay === null || weeklyPerWeek === null) return;
    const limits = { immediatePerDay, nextBriefingPerDay, weeklyPerWeek };
    const { scope, revision } = target;
    void set.run({ ...limits, scope, revision, reason: String(given.get("reason") ?? "") });
  };
  const errorOf = (name: LimitName) => (unreadable.includes(name) ? "Give a whole number" : set.errorOf(name));
  return (
    <form onSubmit={submit} onInput={set.forget} className="space-y-4" noValidate>
      <FormProblem problem={set.problemBeside(...LIMITS, "reason")} />
      {LIMITS.map((name) => (
        <Field key={name} label={LIMIT_LABELS[name].label} hint={LIMIT_LABELS[name].hint} error={errorOf(name)}>
          <Input
            name={name}
            inputMode="numeric"
            autoComplete="off"
            defaultValue={target.limits[name]}
            className="w-28 text-right"
          />
        </Field>
      ))}
      <Field label="Reason" hint="It stays with the change, for everybody to read" error={set.errorOf("reason")}>
        <Textarea name="reason" rows={2} />
      </Field>
      <div className="flex flex-wrap justify-end gap-2">
        <Button tone="quiet" onClick={onClose}>
          Keep as it is
        </Button>
        <Button type="submit" tone="primary" pending={set.pending}>
          Set the budget
        </Button>
      </div>
    </form>
  );
}
