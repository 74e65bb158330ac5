"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PickOne } from "@/components/ui/pick-one";
import { MOST_PEOPLE } from "../../../_components/assign-sheet";
import { findPeople, type PersonOption } from "../../../_components/people-options";
import type { TypedAction } from "./review-draft";

/** What is done about it; each becomes a follow-up with a person and a date. */
export function ActionRows({
  actions,
  people,
  onChange,
  onAdd,
  errorOf,
}: {
  actions: readonly TypedAction[];
  people: readonly PersonOption[];
  onChange: (actions: readonly TypedAction[]) => void;
  onAdd: () => void;
  errorOf: (path: string) => string | undefined;
}) {
  const put = (key: number, part: Partial<TypedAction>) =>
    onChange(actions.map((action) => (action.key === key ? { ...action, ...part } : action)));
  return (
    <fieldset>
      <legend className="text-sm font-medium">What is done about it</legend>
      <p className="mb-2 text-xs text-ink-muted">Each becomes a follow-up of whoever owes it</p>
      <ul className="space-y-3">
        {actions.map((action, index) => (
          <li key={action.key} className="border-l-2 border-line pl-3">
            <Field label={`Action ${index + 1}`} error={errorOf(`actions.${index}.text`)}>
              <Input
                name={`actions.${index}.text`}
                value={action.text}
                maxLength={500}
                onChange={({ target }) => put(action.key, { text: target.value })}
              />
            </Field>
            <div className="mt-2 flex flex-wrap items-end gap-2">
              <Field label="Within days" error={errorOf(`actions.${index}.dueInDays`)} className="w-28">
                <Input
                  name={`actions.${index}.dueInDays`}
                  inputMode="numeric"
                  value={action.days}
                  onChange={({ target }) => put(action.key, { days: target.value })}
                />
              </Field>
              <Field label="Who" optional error={errorOf(`actions.${index}.assignee`)} className="min-w-48 flex-1">
                <PickOne
                  name={`actions.${index}.assignee`}
                  value={action.assignee}
                  onValue={(assignee) => put(action.key, { assignee })}
                  options={people}
                  find={people.length >= MOST_PEOPLE ? findPeople : undefined}
                  placeholder="Chair and admins decide"
                />
              </Field>
              <Button
                tone="quiet"
                size="icon"
                aria-label={`Remove action ${index + 1}`}
                onClick={() => onChange(actions.filter(({ key }) => key !== action.key))}
              >
                <X aria-hidden />
              </Button>
            </div>
          </li>
        ))}
      </ul>
      <Button size="small" tone="quiet" className="mt-2" onClick={onAdd}>
        <Plus aria-hidden />
        Add an action
      </Button>
    </fieldset>
  );
}
