"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Instant } from "@/components/ui/instant";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { BoardRole } from "@/lib/governance/board/schema";
import { renewSeatAction } from "../actions";

type Term = { reference: string; name: string; role: BoardRole; termEndAt: string };

/** Another term of the same seat (BRD-140). The one that runs stays as it is. */
export function RenewTerm({
  term,
  minimumMonths,
  size,
}: {
  term: Term;
  minimumMonths: number;
  size?: "small" | "medium";
}) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size={size}>Renew</Button>}
      title={`Renew the term of ${term.name}?`}
      description={
        <>
          The new term begins on <Instant at={term.termEndAt} as="day" />, as the present one ends, so the member goes
          on without a gap. The present term stays as it is in the history.
        </>
      }
    >
      <RenewForm term={term} minimumMonths={minimumMonths} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function RenewForm({ term, minimumMonths, onDone }: { term: Term; minimumMonths: number; onDone: () => void }) {
  const router = useRouter();
  const renew = useAction(renewSeatAction, {
    onDone: () => {
      notify.done({ title: "Term renewed", detail: `${term.name} goes on when the present term ends.` });
      router.refresh();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const termEndOn = String(new FormData(event.currentTarget).get("termEndOn") ?? "");
    void renew.run({ reference: term.reference, ...(termEndOn === "" ? {} : { termEndOn }) });
  };
  return (
    <form onSubmit={submit} onInput={renew.forget} className="space-y-4" noValidate>
      <FormProblem problem={renew.problemBeside("termEndOn")} />
      <Field
        label="New term ends"
        optional
        hint={`First day out of office; empty: ${minimumMonths} months after it begins, the least for this seat`}
        error={renew.errorOf("termEndOn")}
      >
        <Input name="termEndOn" type="date" />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" tone="primary" pending={renew.pending}>
          Renew the term
        </Button>
      </div>
    </form>
  );
}
