"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { DraftView } from "@/lib/governance/voting/view";
import { editDraftAction } from "../../../actions";
import { readDraftText, toEdit } from "./draft-text";

/** The words and the hours of a draft. What it is about stays: another subject is another proposal. */
export function DraftForm({ draft }: { draft: DraftView }) {
  const router = useRouter();
  const text = readDraftText(draft);
  const edit = useAction(editDraftAction, {
    onDone: () => {
      notify.done({ title: "Draft saved" });
      router.push(paths.proposals.detail(draft.reference));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void edit.run(toEdit(draft, new FormData(event.currentTarget)));
  };
  const problem = edit.problemBeside("title", "description", "votingHours", "payload.reason");
  return (
    <form onSubmit={submit} onInput={edit.forget} className="max-w-read space-y-5" noValidate>
      <FormProblem problem={problem} />
      <Field label="What the board is asked" error={edit.errorOf("title")}>
        <Input name="title" defaultValue={draft.title} maxLength={200} className="font-serif" />
      </Field>
      {text.reason === null ? null : (
        <Field
          label="Reason"
          error={
            edit.errorOf("payload.reason") ?? (text.description === null ? edit.errorOf("description") : undefined)
          }
        >
          <Textarea name="reason" rows={6} defaultValue={text.reason} />
        </Field>
      )}
      {text.description === null ? null : (
        <Field label="Description" error={edit.errorOf("description")}>
          <Textarea name="description" rows={6} defaultValue={text.description} />
        </Field>
      )}
      <Field label="Hours to vote" hint="From its opening; 1 to 168 hours" error={edit.errorOf("votingHours")}>
        <Input
          name="votingHours"
          type="number"
          inputMode="numeric"
          min={1}
          max={168}
          defaultValue={draft.votingHours}
          className="md:w-28"
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={edit.pending}>
          Save the draft
        </Button>
        <LinkButton href={paths.proposals.detail(draft.reference)}>Keep it as it was</LinkButton>
      </div>
    </form>
  );
}
