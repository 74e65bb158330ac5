"use client";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { PickOne } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { assignAction } from "../actions";
import { findPeople, type PersonOption } from "./people-options";
import { type Outcome, runEach, sayDone } from "./run-each";
import { type Target, TriageSheet } from "./triage-sheet";

export type SheetProps = {
  items: readonly Target[];
  people: readonly PersonOption[];
  onClose: () => void;
  /** These have been answered. */
  onDone: (references: readonly string[]) => void;
};

export function AssignSheet({ items, people, onClose, onDone }: SheetProps) {
  const [assignee, setAssignee] = useState("");
  const assign = useAction(
    (to: string) => runEach(items, ({ reference }) => assignAction({ reference, assignee: to })),
    {
      onDone: (outcome: Outcome) => {
        const name = people.find(({ value }) => value === assignee)?.label;
        notify.done(sayDone(outcome, name === undefined ? "assigned" : `assigned to ${name}`));
        onDone(outcome.done);
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
