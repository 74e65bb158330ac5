"use client";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";

type ErrorOf = (path: string) => string | undefined;

/** Whom the new member follows at once, and why; nothing where the seat is free. */
export function ReplacementFields({
  holders,
  isChair,
  replaces,
  onReplaces,
  errorOf,
}: {
  holders: readonly { reference: string; name: string }[];
  isChair: boolean;
  replaces: string;
  onReplaces: (reference: string) => void;
  errorOf: ErrorOf;
}) {
  if (holders.length === 0) return null;
  return (
    <>
      <Field
        label="In place of"
        hint="Whoever is replaced leaves office as this person begins, today"
        error={errorOf("replaces")}
      >
        <Select
          name="replaces"
          value={replaces}
          onChange={(event) => onReplaces(event.target.value)}
          placeholder={isChair ? "Nobody: this term follows later" : "Nobody: this seat is added or follows later"}
          options={holders.map((holder) => ({ value: holder.reference, label: holder.name }))}
        />
      </Field>
      {replaces === "" ? null : (
        <Field label="Reason for the replacement" error={errorOf("reason")}>
          <Textarea name="reason" rows={2} />
        </Field>
      )}
    </>
  );
}

export function TermFields({
  startOn,
  isFixed,
  minimumMonths,
  errorOf,
}: {
  startOn: string;
  isFixed: boolean;
  minimumMonths: number | null;
  errorOf: ErrorOf;
}) {
  const minimum = minimumMonths === null ? "the minimum" : `${minimumMonths} months later`;
  return (
    <div className="grid gap-5 md:grid-cols-2">
      <Field label="Term begins" hint="Begins at once when it is today" error={errorOf("termStartOn")}>
        {/* A replacement begins today: choosing one resets the day and nothing else. */}
        <Input
          key={isFixed ? "today" : "planned"}
          name="termStartOn"
          type="date"
          defaultValue={startOn}
          readOnly={isFixed}
        />
      </Field>
      <Field
        label="Term ends"
        optional
        hint={`First day out of office; empty: ${minimum}`}
        error={errorOf("termEndOn")}
      >
        <Input name="termEndOn" type="date" />
      </Field>
    </div>
  );
}
