"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { CharterSections } from "@/lib/governance/board/charter-draft";
import { SectionFrame } from "./section-frame";
import { type CharterDesk, problemAt } from "./use-charter-draft";

type Principle = CharterSections["constitution"][number];

/** A key that no other principle has; it stays when the name is changed later. */
function freshKey(principles: readonly Principle[]): string {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const keys = [...letters].flatMap((one) => [...letters].map((two) => `principle_${one}${two}`));
  return keys.find((key) => principles.every((one) => one.key !== key)) ?? "principle";
}

export function ConstitutionSection({ desk }: { desk: CharterDesk }) {
  const principles = desk.typed.constitution;
  const put = (next: Principle[]) => desk.change("constitution", next);
  return (
    <SectionFrame desk={desk} section="constitution" hint="Advice on a proposal is measured against these principles">
      <ol className="space-y-4">
        {principles.map((principle, index) => (
          <li key={principle.key} className="grid gap-3 sm:grid-cols-[14rem_minmax(0,1fr)_auto]">
            <Field label="Principle" error={problemAt(desk, "constitution", `${index}.name`)?.message}>
              <Input
                value={principle.name}
                onChange={(event) => put(replace(principles, index, { name: event.target.value }))}
              />
            </Field>
            <Field label="Definition" error={problemAt(desk, "constitution", `${index}.definition`)?.message}>
              <Textarea
                rows={2}
                className="min-h-9 font-serif"
                value={principle.definition}
                onChange={(event) => put(replace(principles, index, { definition: event.target.value }))}
              />
            </Field>
            <Button
              size="small"
              tone="quiet"
              className="self-end"
              aria-label={`Remove ${principle.name}`}
              onClick={() => put(principles.filter((_, at) => at !== index))}
            >
              Remove
            </Button>
          </li>
        ))}
      </ol>
      <Button
        size="small"
        className="mt-3"
        onClick={() => put([...principles, { key: freshKey(principles), name: "", definition: "" }])}
      >
        Add a principle
      </Button>
    </SectionFrame>
  );
}

function replace(principles: readonly Principle[], index: number, change: Partial<Principle>): Principle[] {
  return principles.map((one, at) => (at === index ? { ...one, ...change } : one));
}
