"use client";
import { useState } from "react";
import { cn } from "@/components/ui/class-names";
import { Disclosure } from "@/components/ui/disclosure";
import { Select } from "@/components/ui/select";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { ColumnMapping } from "@/lib/governance/registry/import/schema";
import type { ColumnView } from "../../_components/import-words";
import { readingsOf } from "../../_components/import-words";
import { countUnread } from "../../_components/mapping-edit";

type Coded = Extract<ColumnMapping, { values: unknown }>;

/** Each distinct value with its count, and what it means; what is left unread is listed in the report, never guessed. */
export function ValueReadings({
  entry,
  column,
  onChange,
}: {
  entry: Coded;
  column: ColumnView;
  onChange: (value: string, as: string) => void;
}) {
  const unread = countUnread(entry, column);
  // Open where something waits for a meaning; it does not close under the hand that gives it.
  const [isOpenAtFirst] = useState(unread.values > 0);
  const said = new Map<string, string>(entry.values.map(({ value, as }) => [value, as]));
  const options = Object.entries(readingsOf(entry.field) ?? {}).map(([value, label]) => ({ value, label }));
  return (
    <Disclosure
      open={isOpenAtFirst}
      summary={
        <>
          {plural(column.values.length, "value")}
          {unread.values === 0 ? (
            ", all with a meaning"
          ) : (
            <span className="font-medium text-severity-high">
              {`, ${formatCount(unread.values)} left unread (in ${plural(unread.rows, "row")})`}
            </span>
          )}
        </>
      }
    >
      {column.hasAllValues ? null : (
        <p className="mb-2 text-xs text-ink-muted">
          {formatCount(column.distinct)} different values are too many to go through: those that are not listed stay
          unread.
        </p>
      )}
      <ul className="max-h-96 overflow-y-auto border-t border-line">
        {column.values.map(({ value, count }) => {
          const as = said.get(value) ?? "unread";
          return (
            <li key={value} className="flex flex-wrap items-center gap-x-4 gap-y-1.5 border-b border-line py-1.5">
              <span className="min-w-0 flex-1 basis-48 text-sm break-words">{value === "" ? "(empty)" : value}</span>
              <span className="text-xs text-ink-muted">{plural(count, "row")}</span>
              <Select
                aria-label={`Meaning of “${value.slice(0, 80)}”`}
                className={cn("w-44 max-md:w-full", as === "unread" && "[&_select]:border-severity-high-solid")}
                value={as}
                onChange={(event) => onChange(value, event.target.value)}
                options={options}
              />
            </li>
          );
        })}
      </ul>
    </Disclosure>
  );
}
