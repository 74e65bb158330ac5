"use client";
import { useState } from "react";
import { Checkbox } from "@/components/ui/choice";
import type { PickOption } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { QueueItem } from "@/lib/governance/escalations/view";
import { createSilenceAction } from "../actions";
import { NOTHING_TYPED, SilenceFields, type TypedSilence, toSilence } from "./silence-fields";
import { TriageSheet } from "./triage-sheet";

export type Silenceable = Pick<
  QueueItem,
  "reference" | "title" | "severity" | "source" | "category" | "venture" | "model" | "status"
>;

const same = <Value,>(values: readonly Value[]): Value | undefined =>
  new Set(values).size === 1 ? values[0] : undefined;

/** What these have in common; what a person raised is silenced by its words, what a system raised by its source. */
function startFrom(items: readonly Silenceable[]): TypedSilence {
  const source = same(items.map((item) => item.source));
  const bySource = source !== undefined && source !== "person";
  return {
    ...NOTHING_TYPED,
    severity: items.some(({ severity }) => severity === "critical") ? ["low", "medium", "high", "critical"] : [],
    source: bySource ? source : "",
    titleContains: bySource ? "" : (same(items.map((item) => item.title)) ?? ""),
    category: same(items.map((item) => item.category)) ?? "",
    scope: same(items.map((item) => item.venture?.reference)) ?? "",
    model: same(items.map((item) => item.model?.reference)) ?? "",
  };
}

/** Holds what is like these from now on; what waits already is acknowledged with the same press. */
export function SilenceSheet({
  items,
  onClose,
  onAcknowledge,
}: {
  items: readonly Silenceable[];
  onClose: () => void;
  onAcknowledge: (references: readonly string[]) => void;
}) {
  const [typed, setTyped] = useState(() => startFrom(items));
  const [answersToo, setAnswersToo] = useState(true);
  const open = items.filter(({ status }) => status === "open").map(({ reference }) => reference);
  const create = useAction(createSilenceAction, {
    onDone: ({ reference }) => {
      notify.done({
        title: `${reference} holds from now on`,
        detail: "It is listed under Silences, where it can be ended.",
      });
      if (answersToo && open.length > 0) onAcknowledge(open);
      onClose();
    },
  });
  const scopes = named(items.map(({ venture }) => venture));
  const models = named(items.map(({ model }) => model));
  return (
    <TriageSheet
      title="Silence what is like it"
      wide
      verb="Begin the silence"
      items={items}
      pending={create.pending}
      problem={create.problemBeside("matcher", "reason", "endsInHours")}
      onInput={create.forget}
      onSubmit={() => void create.run(toSilence(typed))}
      onClose={onClose}
    >
      <p className="text-sm text-ink-muted">
        What agrees with every field below is held from now on. Nothing is lost: it is listed under Held, and comes back
        at the end.
      </p>
      <SilenceFields
        typed={typed}
        onChange={(change) => setTyped((before) => ({ ...before, ...change }))}
        scopes={scopes}
        models={models}
        errorOf={create.errorOf}
        beginsWithReason
      />
      {open.length === 0 ? null : (
        <Checkbox
          label={open.length === 1 ? "Acknowledge this one too" : `Acknowledge these ${open.length} too`}
          hint="A silence begins with what comes next; what waits already stays"
          checked={answersToo}
          onChange={(event) => setAnswersToo(event.target.checked)}
        />
      )}
    </TriageSheet>
  );
}

function named(list: readonly ({ reference: string; name: string } | null)[]): PickOption[] {
  const known = new Map(list.flatMap((each) => (each === null ? [] : [[each.reference, each.name] as const])));
  return [...known].map(([value, label]) => ({ value, label }));
}
