"use client";
import { cn } from "@/components/ui/class-names";
import { FieldError } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatCount } from "@/lib/format/number";
import type { ColumnMapping, ImportField, ImportMapping } from "@/lib/governance/registry/import/schema";
import type { ColumnView } from "../../_components/import-words";
import { DATE_ORDER_LABELS, FIELD_GROUPS, FIELD_LABELS } from "../../_components/import-words";
import { withDateOrder, withField, withReading } from "../../_components/mapping-edit";
import { ValueReadings } from "./value-readings";

const EXAMPLES = 3;

type Props = {
  column: ColumnView;
  entry: ColumnMapping | null;
  error: string | undefined;
  mapping: ImportMapping;
  order: readonly ColumnView[];
  onChange: (mapping: ImportMapping) => void;
};

/** One column of the file: what it is, what it holds, and what it becomes. */
export function ColumnRow({ column, entry, error, mapping, order, onChange }: Props) {
  const examples = column.values.slice(0, EXAMPLES).map(({ value }) => shorten(value));
  return (
    <li className={cn("border-b border-line py-2.5", entry !== null && "bg-accent-soft/35 -mx-2 px-2")}>
      <div className="flex flex-wrap items-start gap-x-6 gap-y-2">
        <div className="min-w-0 flex-1 basis-72">
          <p className={cn("break-words", entry !== null && "font-medium")}>{column.column}</p>
          <p className="mt-0.5 text-xs break-words text-ink-muted">
            {formatCount(column.filled)} filled, {formatCount(column.blank)} empty, {formatCount(column.distinct)}{" "}
            different{examples.length > 0 ? `: ${examples.map((each) => `“${each}”`).join(", ")}` : ""}
          </p>
        </div>
        <div className="w-60 max-md:w-full">
          <Select
            aria-label={`Field for ${column.column}`}
            aria-invalid={error ? true : undefined}
            value={entry?.field ?? ""}
            onChange={(event) => {
              const field = event.target.value === "" ? null : (event.target.value as ImportField);
              onChange(withField(mapping, column, field, order));
            }}
          >
            <option value="">Keep as a source fact</option>
            {FIELD_GROUPS.map(({ label, fields }) => (
              <optgroup key={label} label={label}>
                {fields.map((field) => (
                  <option key={field} value={field}>
                    {FIELD_LABELS[field]}
                  </option>
                ))}
              </optgroup>
            ))}
          </Select>
          {entry !== null && "dateOrder" in entry ? (
            <Select
              aria-label={`Order of day and month in ${column.column}`}
              className="mt-1.5"
              value={entry.dateOrder}
              onChange={(event) => onChange(withDateOrder(mapping, column.column, event.target.value))}
              options={Object.entries(DATE_ORDER_LABELS).map(([value, label]) => ({ value, label }))}
            />
          ) : null}
          {error ? <FieldError>{error}</FieldError> : null}
        </div>
      </div>
      {entry !== null && "values" in entry ? (
        <ValueReadings
          entry={entry}
          column={column}
          onChange={(value, as) => onChange(withReading(mapping, column.column, value, as))}
        />
      ) : null}
    </li>
  );
}

function shorten(value: string): string {
  const line = value.replace(/\s+/gu, " ").trim();
  return line.length > 60 ? `${line.slice(0, 60)}…` : line;
}
