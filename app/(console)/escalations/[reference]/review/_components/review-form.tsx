"use client";
import { ActionBar } from "@/components/layout/action-bar";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import type { PersonOption } from "../../../_components/people-options";
import { ActionRows } from "./action-rows";
import { EventRows } from "./event-rows";
import type { FirstEvent, ReviewDraft } from "./review-draft";
import { useReview } from "./use-review";

type TextName = "rootCause" | "impact" | "lessons" | "policyUpdates";
const BEFORE: readonly { name: TextName; label: string; hint: string }[] = [
  { name: "rootCause", label: "Root cause", hint: "Why it could happen; not who" },
  { name: "impact", label: "Impact", hint: "Who or what was affected, how much, for how long" },
];
const AFTER: typeof BEFORE = [
  { name: "lessons", label: "Lessons", hint: "What is known now that was not known before" },
  { name: "policyUpdates", label: "Policy updates", hint: "What changes in policies, or that nothing does" },
];

export function ReviewForm({
  reference,
  people,
  events,
}: {
  reference: string;
  people: readonly PersonOption[];
  events: readonly FirstEvent[];
}) {
  const { draft, change, submit, record, addEvent, addAction } = useReview(reference, events);
  const texts = (fields: typeof BEFORE) =>
    fields.map(({ name, label, hint }) => (
      <Field key={name} label={label} hint={hint} error={record.errorOf(name)}>
        <Textarea
          name={name}
          rows={3}
          maxLength={5_000}
          value={draft[name]}
          onChange={({ target }) => change({ [name]: target.value } as Partial<ReviewDraft>)}
        />
      </Field>
    ));
  return (
    <form onSubmit={submit} onInput={record.forget} className="max-w-read space-y-6" noValidate>
      <FormProblem
        problem={record.problemBeside("timeline", "actions", "rootCause", "impact", "lessons", "policyUpdates")}
      />
      <EventRows
        events={draft.timeline}
        onChange={(timeline) => change({ timeline })}
        onAdd={addEvent}
        errorOf={record.errorOf}
      />
      {texts(BEFORE)}
      <ActionRows
        actions={draft.actions}
        people={people}
        onChange={(actions) => change({ actions })}
        onAdd={addAction}
        errorOf={record.errorOf}
      />
      {texts(AFTER)}
      <p className="text-sm text-ink-muted">
        What you type stays on this device until you record it. Once on record it is not rewritten, and the chair signs
        it.
      </p>
      <ActionBar label="Record">
        <Button type="submit" tone="primary" pending={record.pending}>
          Record the review
        </Button>
      </ActionBar>
    </form>
  );
}
