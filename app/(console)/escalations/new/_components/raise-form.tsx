"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import type { z } from "zod";
import { ActionBar } from "@/components/layout/action-bar";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { PickOption } from "@/components/ui/pick-one";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { TriggerCatalogue } from "@/lib/governance/escalations/view";
import { raiseAction } from "../../actions";
import { AboutFields } from "./about-fields";
import { NOTHING, type RaiseValues, toRaise } from "./raise-values";
import { type KnownTrigger, TriggerPicker } from "./trigger-picker";
import { useSeverity } from "./use-severity";
import { WhatFollows } from "./what-follows";

const AT_FIELDS = [
  ...["title", "description", "severity", "category", "trigger"],
  ...["modelRef", "ventureRef", "financialImpactUsd", "deadlineHours"],
];

export function RaiseForm({
  catalogue,
  models,
  ventures,
  chosen,
}: {
  catalogue: z.infer<typeof TriggerCatalogue>;
  models: readonly PickOption[];
  ventures: readonly PickOption[];
  chosen: Pick<RaiseValues, "title" | "modelRef" | "ventureRef">;
}) {
  const router = useRouter();
  const [values, setValues] = useState<RaiseValues>({ ...NOTHING, ...chosen });
  const { preview, isStale } = useSeverity(values);
  const raise = useAction(raiseAction, {
    onDone: ({ reference, merged, occurrences }) => {
      notify.done({
        title: merged ? `Joined ${reference}, raised ${occurrences} times by now` : `${reference} is raised`,
      });
      router.push(paths.escalations.detail(reference));
    },
  });
  const set = (change: Partial<RaiseValues>) => setValues((before) => ({ ...before, ...change }));
  const choose = (known: KnownTrigger | null) => {
    const before = catalogue.triggers.find(({ trigger }) => trigger === values.trigger)?.label ?? "";
    const isOwn = values.title.trim() !== "" && values.title !== before;
    set({ trigger: known?.trigger ?? "", ...(isOwn ? {} : { title: known?.label ?? "" }) });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void raise.run(toRaise(values));
  };
  const follows = <WhatFollows preview={preview} isStale={isStale} />;
  return (
    <div className="grid gap-x-12 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} onInput={raise.forget} className="max-w-read space-y-5" noValidate>
        <FormProblem problem={raise.problemBeside(...AT_FIELDS)} />
        <TriggerPicker triggers={catalogue.triggers} value={values.trigger} onValue={choose} />
        <Field
          label="What is it?"
          hint="In a line; equal lines about the same are merged"
          error={raise.errorOf("title")}
        >
          <Input
            name="title"
            value={values.title}
            maxLength={200}
            autoComplete="off"
            onChange={(event) => set({ title: event.target.value })}
          />
        </Field>
        <Field
          label="What happened, and what is asked?"
          optional
          hint="Whoever answers reads it first"
          error={raise.errorOf("description")}
        >
          <Textarea
            name="description"
            rows={4}
            value={values.description}
            onChange={(event) => set({ description: event.target.value })}
          />
        </Field>
        <AboutFields
          values={values}
          set={set}
          models={models}
          ventures={ventures}
          categories={catalogue.categories}
          errorOf={raise.errorOf}
        />
        <div className="border-t border-line pt-5 lg:hidden">{follows}</div>
        <ActionBar label="Raise">
          <Button type="submit" tone="primary" pending={raise.pending}>
            Raise it
          </Button>
        </ActionBar>
      </form>
      <aside className="max-lg:hidden">
        <div className="sticky top-8">{follows}</div>
      </aside>
    </div>
  );
}
