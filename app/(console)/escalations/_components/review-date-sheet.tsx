"use client";
import { useState } from "react";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { useClock } from "@/components/ui/instant";
import { PickOne } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { atHour, dayAfter } from "@/lib/client/day-instant";
import { useAction } from "@/lib/client/use-action";
import { scheduleReviewAction, scheduleReviewsAction } from "../actions";
import { actOn, type Outcome, sayDone, sayLeft } from "./act-on";
import { MOST_PEOPLE, type SheetProps } from "./assign-sheet";
import { findPeople } from "./people-options";
import { TriageSheet } from "./triage-sheet";

const CHOICES = [
  { value: "1", label: "Tomorrow" },
  { value: "7", label: "In a week" },
  { value: "14", label: "In two weeks" },
  { value: "30", label: "In 30 days" },
  { value: "", label: "On a day" },
];
/** The end of the working day. */
const HOUR = 17;

/** Answers by saying when it is looked at again; that becomes a follow-up with a date and a person. */
export function ReviewDateSheet({ items, people, onClose, onDone }: SheetProps) {
  const { now, zone } = useClock();
  const [days, setDays] = useState("7");
  const [assignee, setAssignee] = useState("");
  const schedule = useAction(
    ({ dueAt, note }: { dueAt: string; note: string }) => {
      const review = { dueAt, note, ...(assignee === "" ? {} : { assignee }) };
      return actOn(
        items,
        (one) => scheduleReviewAction({ ...one, ...review }),
        (many) => scheduleReviewsAction({ ...many, ...review }),
      );
    },
    {
      onDone: ({ done, left }: Outcome) => {
        notify.done({ title: sayDone(done, "dated for review") });
        if (left.length > 0) notify.refused(sayLeft(left, "not dated"));
        onDone(done);
        onClose();
      },
    },
  );
  const submit = (form: FormData) => {
    const day = days === "" ? String(form.get("day") ?? "") : dayAfter(now, Number(days), zone);
    void schedule.run({ dueAt: atHour(day, HOUR, zone)?.toISOString() ?? "", note: String(form.get("note") ?? "") });
  };
  return (
    <TriageSheet
      title="Review it later"
      verb="Date the review"
      items={items}
      pending={schedule.pending}
      problem={schedule.problemBeside("note", "dueAt", "assignee")}
      onInput={schedule.forget}
      onSubmit={submit}
      onClose={onClose}
    >
      <Field
        label="What is to be looked at?"
        hint="Becomes a follow-up. The response deadline stays as it is."
        error={schedule.errorOf("note")}
      >
        <Textarea name="note" rows={2} autoFocus maxLength={2_000} />
      </Field>
      <RadioGroup
        legend="When?"
        name="when"
        inline
        choices={CHOICES}
        value={days}
        onValueChange={setDays}
        error={days === "" ? undefined : schedule.errorOf("dueAt")}
      />
      {days === "" ? (
        <Field label="Day" error={schedule.errorOf("dueAt") === undefined ? undefined : "Choose a day after today"}>
          <Input name="day" type="date" min={dayAfter(now, 1, zone)} className="md:w-44" />
        </Field>
      ) : null}
      <Field label="Who looks at it?" optional hint="You, when nobody is chosen" error={schedule.errorOf("assignee")}>
        <PickOne
          name="assignee"
          value={assignee}
          onValue={setAssignee}
          options={people}
          find={people.length >= MOST_PEOPLE ? findPeople : undefined}
          placeholder="You"
        />
      </Field>
    </TriageSheet>
  );
}
