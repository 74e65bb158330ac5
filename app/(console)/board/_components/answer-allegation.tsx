"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { answerAllegationAction } from "../actions";

/** The one answer of the person concerned; what was typed stays while the sheet is closed. */
export function AnswerAllegation({ reference }: { reference: string }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [statement, setStatement] = useState("");
  const answer = useAction(answerAllegationAction, {
    onDone: () => {
      setOpen(false);
      notify.done({ title: "Answered: whoever rules has been told" });
      router.refresh();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void answer.run({ reference, statement });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Answer…</Button>}
      title="Answer what is alleged"
      description="One statement, which cannot be changed afterwards. Everybody who can read what is alleged reads it. If the conflict is there, declare it instead: it needs no ruling."
    >
      <form onSubmit={submit} onInput={answer.forget} className="space-y-4" noValidate>
        <FormProblem problem={answer.problemBeside("statement")} />
        <Field label="Your statement" error={answer.errorOf("statement")}>
          <Textarea
            name="statement"
            rows={5}
            value={statement}
            onChange={(event) => setStatement(event.target.value)}
            autoFocus
          />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Not yet
          </Button>
          <Button type="submit" tone="primary" pending={answer.pending}>
            Give the answer
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
