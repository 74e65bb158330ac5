"use client";
import { Plus, X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field, FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useClock } from "@/components/ui/instant";
import type { TypedEvent } from "./review-draft";

/** What happened, in the order of time. The product has begun it with what it knows. */
export function EventRows({
  events,
  onChange,
  onAdd,
  errorOf,
}: {
  events: readonly TypedEvent[];
  onChange: (events: readonly TypedEvent[]) => void;
  onAdd: () => void;
  errorOf: (path: string) => string | undefined;
}) {
  const { zone } = useClock();
  const put = (key: number, part: Partial<TypedEvent>) =>
    onChange(events.map((event) => (event.key === key ? { ...event, ...part } : event)));
  return (
    <fieldset>
      <legend className="text-sm font-medium">What happened</legend>
      <p className="mb-2 text-xs text-ink-muted">Begun with what the product knows; times are those of {zone}</p>
      {events.length === 0 && errorOf("timeline") !== undefined ? <FieldError>{errorOf("timeline")}</FieldError> : null}
      <ul className="space-y-2">
        {events.map((event, index) => (
          <li key={event.key} className="grid grid-cols-[1fr_auto] gap-2 md:grid-cols-[13rem_1fr_auto]">
            <Field
              label={<span className="sr-only">When, event {index + 1}</span>}
              error={errorOf(`timeline.${index}.at`) === undefined ? undefined : "Give day and time"}
              className="max-md:col-start-1"
            >
              <Input
                type="datetime-local"
                name={`timeline.${index}.at`}
                value={event.at}
                onChange={({ target }) => put(event.key, { at: target.value })}
              />
            </Field>
            <Field
              label={<span className="sr-only">What, event {index + 1}</span>}
              error={errorOf(`timeline.${index}.what`)}
              className="max-md:order-3 max-md:col-span-2"
            >
              <Input
                name={`timeline.${index}.what`}
                value={event.what}
                maxLength={1_000}
                placeholder="What happened"
                onChange={({ target }) => put(event.key, { what: target.value })}
              />
            </Field>
            <Button
              tone="quiet"
              size="icon"
              className="self-end"
              aria-label={`Remove event ${index + 1}`}
              onClick={() => onChange(events.filter(({ key }) => key !== event.key))}
            >
              <X aria-hidden />
            </Button>
          </li>
        ))}
      </ul>
      <Button size="small" tone="quiet" className="mt-2" onClick={onAdd}>
        <Plus aria-hidden />
        Add an event
      </Button>
    </fieldset>
  );
}
