"use client";
import { ArrowDown, ArrowUp, X } from "lucide-react";
import type { Dispatch, SetStateAction } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { Candidate } from "./appoint-form";

export type CandidateRow = { key: number; userId: string; note: string };
type SetRows = Dispatch<SetStateAction<CandidateRow[]>>;

/** One candidate of a plan: who, why, and the place in the order. */
export function CandidateFields({
  row,
  index,
  isLast,
  people,
  errorOf,
  onRows,
}: {
  row: CandidateRow;
  index: number;
  isLast: boolean;
  people: readonly Candidate[];
  errorOf: (path: string) => string | undefined;
  onRows: SetRows;
}) {
  const change = (part: Partial<CandidateRow>) =>
    onRows((rows) => rows.map((other) => (other.key === row.key ? { ...other, ...part } : other)));
  const move = (by: number) => onRows((rows) => moved(rows, index, by));
  return (
    <li className="flex gap-3 border-b border-line pb-4">
      <div className="min-w-0 flex-1 space-y-3">
        <Field label={`Person ${index + 1}`} error={errorOf(`candidates.${index}.userId`)}>
          <Select
            name={`candidates.${index}.userId`}
            placeholder="Choose a person"
            value={row.userId}
            onChange={(event) => change({ userId: event.target.value })}
            options={people.map(({ id, name, department }) => ({
              value: id,
              label: department === "" ? name : `${name} (${department})`,
            }))}
          />
        </Field>
        <Field
          label="Note"
          optional
          hint="What speaks for it, what is to be learned until then"
          error={errorOf(`candidates.${index}.note`)}
        >
          <Textarea
            name={`candidates.${index}.note`}
            rows={2}
            className="min-h-14"
            value={row.note}
            onChange={(event) => change({ note: event.target.value })}
          />
        </Field>
      </div>
      <div className="flex shrink-0 flex-col gap-1 pt-6">
        <Button
          tone="quiet"
          size="icon"
          aria-label={`Move person ${index + 1} up`}
          disabled={index === 0}
          onClick={() => move(-1)}
        >
          <ArrowUp aria-hidden />
        </Button>
        <Button
          tone="quiet"
          size="icon"
          aria-label={`Move person ${index + 1} down`}
          disabled={isLast}
          onClick={() => move(1)}
        >
          <ArrowDown aria-hidden />
        </Button>
        <Button
          tone="quiet"
          size="icon"
          aria-label={`Remove person ${index + 1}`}
          onClick={() => onRows((rows) => rows.filter((other) => other.key !== row.key))}
        >
          <X aria-hidden />
        </Button>
      </div>
    </li>
  );
}

function moved(rows: readonly CandidateRow[], from: number, by: number): CandidateRow[] {
  const row = rows[from];
  if (row === undefined) return [...rows];
  const rest = rows.filter((_, index) => index !== from);
  return rest.toSpliced(from + by, 0, row);
}
