"use client";
import { Checkbox } from "@/components/ui/choice";
import { Disclosure } from "@/components/ui/disclosure";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { joinList } from "@/lib/format/words";
import type { ImportMapping } from "@/lib/governance/registry/import/schema";
import type { ColumnView } from "../../_components/import-words";
import { toggleIdentity } from "../../_components/mapping-edit";

type Props = {
  columns: readonly ColumnView[];
  mapping: ImportMapping;
  onChange: (mapping: ImportMapping) => void;
  errorAt: (path: string) => string | undefined;
};

/** What the inventory is called, and how a row is known again when it is imported a second time. */
export function IdentityFields({ columns, mapping, onChange, errorAt }: Props) {
  const byField = mapping.columns.filter(({ field }) => field === "name" || field === "unit");
  const usual = byField.map(({ column }) => column);
  const identity = mapping.identityColumns.length > 0 ? mapping.identityColumns : usual;
  return (
    <div className="space-y-4">
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Source name" hint="Its rows are known again by it" error={errorAt("source")}>
          <Input
            value={mapping.source}
            autoComplete="off"
            onChange={(event) => onChange({ ...mapping, source: event.target.value })}
          />
        </Field>
        <Field label="Version" hint="For rows without one of their own" error={errorAt("defaultVersion")}>
          <Input
            value={mapping.defaultVersion}
            autoComplete="off"
            onChange={(event) => onChange({ ...mapping, defaultVersion: event.target.value })}
          />
        </Field>
      </div>
      <Field
        label="Column with each row’s id"
        hint="Where it is empty or repeated, the columns below identify the row"
        error={errorAt("idColumn")}
      >
        <Select
          value={mapping.idColumn ?? ""}
          placeholder="No column holds an id"
          onChange={(event) => onChange({ ...mapping, idColumn: event.target.value || null })}
          options={columns.map(({ column }) => ({ value: column, label: column }))}
        />
      </Field>
      <div>
        <Disclosure
          summary={`Identified by ${
            identity.length === 0
              ? "name and unit, once they are mapped"
              : joinList(
                  identity.map((each) => `“${each}”`),
                  4,
                )
          }`}
        >
          <fieldset>
            <legend className="text-xs text-ink-muted">
              Columns that together tell one row from another; without a choice, those of name and unit.
            </legend>
            <div className="grid max-h-72 overflow-y-auto md:grid-cols-2 md:gap-x-6">
              {columns.map(({ column }) => (
                <Checkbox
                  key={column}
                  label={<span className="text-sm break-words">{column}</span>}
                  checked={mapping.identityColumns.includes(column)}
                  onChange={(event) => onChange(toggleIdentity(mapping, column, event.target.checked))}
                />
              ))}
            </div>
          </fieldset>
        </Disclosure>
        {errorAt("identityColumns") === undefined ? null : (
          <p className="text-xs text-rejected">{errorAt("identityColumns")}</p>
        )}
      </div>
    </div>
  );
}
