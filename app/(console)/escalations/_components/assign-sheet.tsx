"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { PickOne } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { assignAction, assignManyAction } from "../actions";
import { actOn, type Outcome, sayDone, sayLeft } from "./act-on";
import { findPeople, type PersonOption } from "./people-options";
import { type Target, TriageSheet } from "./triage-sheet";

export type SheetProps = {
  items: readonly Target[];
  people: readonly PersonOption[];
  onClose: () => void;
  /** These have been answered; with `undo`, words for what can be taken back like an acknowledgement. */
  onDone: (references: readonly string[], undo?: string) => void;
};

/** Whom the last ones went to: the next often do too. */
let lastAssignee = "";

export function AssignSheet({ items, people, onClose, onDone }: SheetProps) {
  const [assignee, setAssignee] = useState(people.some(({ value }) => value === lastAssignee) ? lastAssignee : "");
  const assign = useAction(
    (to: string) =>
      actOn(
        items,
        (one) => assignAction({ ...one, assignee: to }),
        (many) => assignManyAction({ ...many, assignee: to }),
      ),
    {
      onDone: ({ done, left }: Outcome) => {
        lastAssignee = assignee;
        const name = people.find(({ value }) => value === assignee)?.label;
        const title = sayDone(done, name === undefined ? "assigned" : `assigned to ${name}`);
        if (left.length > 0) notify.refused(sayLeft(left, "not assigned"));
        // What was in hand before has no way back but another assignment.
        const isUndoable = items.every(({ status }) => status === "open");
        if (!isUndoable) notify.done({ title });
        onDone(done, isUndoable ? title : undefined);
        onClose();
      },
    },
  );
  return (
    <TriageSheet
      title="Assign"
      verb="Assign"
      items={items}
      pending={assign.pending}
      problem={assign.problemBeside("assignee")}
      onInput={assign.forget}
      onSubmit={() => void assign.run(assignee)}
      onClose={onClose}
    >
      <Field
        label="Who answers for it?"
        hint="They are told at once. An open one counts as acknowledged."
        error={
          assignee === "" && assign.errorOf("assignee") !== undefined ? "Choose a member" : assign.errorOf("assignee")
        }
      >
        <PickOne
          autoFocus
          name="assignee"
          value={assignee}
          onValue={setAssignee}
          options={people}
          find={people.length >= MOST_PEOPLE ? findPeople : undefined}
          placeholder="Choose a member"
        />
      </Field>
    </TriageSheet>
  );
}

/** As many as a page loads; beyond, they are searched. */
export const MOST_PEOPLE = 200;
