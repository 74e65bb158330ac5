"use client";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { RadioGroup } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { ConflictKind, MemberView } from "@/lib/governance/board/schema";
import { ModelField } from "./model-field";

export type Seat = Pick<MemberView, "reference" | "name" | "role">;
type ErrorOf = (path: string) => string | undefined;

/** Whose seat; nothing to choose where there is one. */
export function SeatField({
  seats,
  initial,
  errorOf,
}: {
  seats: readonly Seat[];
  initial?: string | undefined;
  errorOf: ErrorOf;
}) {
  if (seats.length === 1) return <input type="hidden" name="reference" value={seats[0]?.reference} />;
  return (
    <Field label="Member" error={errorOf("reference")}>
      <Select
        name="reference"
        defaultValue={initial ?? seats[0]?.reference}
        options={seats.map((seat) => ({
          value: seat.reference,
          label: `${seat.name}, ${BOARD_ROLE_LABELS[seat.role].toLowerCase()}`,
        }))}
      />
    </Field>
  );
}

/** With a model or with a vendor. */
export function ConflictWithFields({
  kind,
  onKind,
  errorOf,
}: {
  kind: ConflictKind;
  onKind: (kind: ConflictKind) => void;
  errorOf: ErrorOf;
}) {
  return (
    <>
      <RadioGroup
        legend="Conflict with"
        name="kind"
        inline
        value={kind}
        onValueChange={(value) => onKind(value === "vendor" ? "vendor" : "model")}
        choices={[
          { value: "model", label: "A model" },
          { value: "vendor", label: "A vendor" },
        ]}
      />
      {kind === "model" ? (
        <ModelField error={errorOf("model")} />
      ) : (
        <Field label="Vendor" hint="As it is named in the registry" error={errorOf("vendor")}>
          <Input name="vendor" autoComplete="off" />
        </Field>
      )}
    </>
  );
}
