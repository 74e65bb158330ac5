"use client";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import type { CharterSection } from "@/lib/governance/board/charter-draft";
import { type CharterDesk, problemAt } from "./use-charter-draft";

/** A number or a fraction as typed. Where several fractions may be meant, the person picks one; nothing is converted. */
export function EntryField({
  desk,
  at,
  label,
  value,
  onChange,
  className,
}: {
  desk: CharterDesk;
  at: readonly [CharterSection, string];
  label: string;
  value: string;
  onChange: (typed: string) => void;
  className?: string;
}) {
  const problem = problemAt(desk, ...at);
  return (
    <div className={className}>
      <Field label={label} error={problem?.message}>
        <Input
          value={value}
          inputMode="text"
          autoComplete="off"
          className="tabular-nums"
          onChange={(event) => onChange(event.target.value)}
        />
      </Field>
      {problem === undefined || problem.candidates.length === 0 ? null : (
        <div className="mt-1 flex flex-wrap gap-1.5">
          {problem.candidates.map((candidate) => (
            <Button
              key={candidate}
              size="small"
              aria-label={`I mean ${candidate}`}
              className="tabular-nums"
              onClick={() => onChange(candidate)}
            >
              {candidate}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
