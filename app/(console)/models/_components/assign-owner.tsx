"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import type { OwnerAssignment } from "@/lib/governance/registry/schema";
import { assignOwnerAction } from "../actions";
import { PersonField } from "./person-field";

type Whose = { models: string[] } | { unit: string } | { agency: string };
/** `subject` completes "Assign …": "12 models", "all 40 models of Claims". */
export type Target = { whose: Whose; count: number; subject: string };

/** Gives models an owner; more than one is asked about once more, with the number. */
export function AssignOwner({
  trigger,
  title,
  target,
  children,
  onAssigned,
}: {
  trigger: ReactNode;
  title: string;
  /** null: `children` still have to choose it. */
  target: Target | null;
  children?: ReactNode;
  onAssigned?: () => void;
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={trigger}
      title={title}
      description="The owner fills in the scorecard, submits, and is recused when the board votes on the model."
    >
      <div className="space-y-4">
        {children}
        <AssignForm
          target={target}
          onDone={() => {
            setOpen(false);
            onAssigned?.();
          }}
        />
      </div>
    </Dialog>
  );
}

function AssignForm({ target, onDone }: { target: Target | null; onDone: () => void }) {
  const router = useRouter();
  const [isNobody, setNobody] = useState(false);
  const [asked, setAsked] = useState<string | null>(null);
  const assign = useAction(assignOwnerAction, {
    onDone: ({ assigned, unchanged, skipped, owner }) => {
      const rest = [
        unchanged === 0 ? "" : `${plural(unchanged, "model")} had this owner already`,
        skipped === 0 ? "" : `${plural(skipped, "suspended or decommissioned one")} left as they are`,
      ].filter(Boolean);
      notify.done({
        title: owner === null ? "Owner taken away" : `${plural(assigned, "model")} assigned to ${owner.name}`,
        ...(rest.length === 0 ? {} : { detail: `${rest.join("; ")}.` }),
      });
      router.refresh();
      onDone();
    },
    onRefused: () => setAsked(null),
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (target === null) return;
    const owner = isNobody ? null : String(new FormData(event.currentTarget).get("owner") ?? "").trim();
    const who = owner ?? "nobody";
    if (target.count > 1 && asked !== who && owner !== "") setAsked(who);
    else void assign.run({ ...target.whose, owner } as OwnerAssignment);
  };
  const beside = assign.problemBeside("owner");
  const sentence = target === null ? "" : `${target.subject.charAt(0).toUpperCase()}${target.subject.slice(1)}`;
  const verb = isNobody ? "Take the owner away from" : "Assign";
  return (
    <form onSubmit={submit} onInput={() => setAsked(null)} className="space-y-4" noValidate>
      <FormProblem problem={beside} />
      <PersonField label="Owner" name="owner" error={assign.errorOf("owner")} disabled={isNobody} />
      <Checkbox
        label="Nobody: take the owner away"
        checked={isNobody}
        onChange={(event) => setNobody(event.target.checked)}
      />
      {asked === null || target === null ? null : (
        <p role="status" className="rounded-md border border-line-strong bg-sunken px-4 py-3">
          {isNobody ? `${sentence} will have no owner. ` : `${sentence} will belong to ${asked}, who is told. `}
          Suspended and decommissioned ones stay as they are. This is one act on record.
        </p>
      )}
      <div className="flex justify-end">
        <Button type="submit" tone="primary" disabled={target === null} pending={assign.pending}>
          {target === null
            ? "Choose the models first"
            : asked === null
              ? `${verb} ${plural(target.count, "model")}`
              : `Yes, ${verb.toLowerCase()} ${plural(target.count, "model")}`}
        </Button>
      </div>
    </form>
  );
}
