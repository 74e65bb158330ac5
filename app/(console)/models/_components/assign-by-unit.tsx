"use client";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import type { UnitView } from "@/lib/governance/registry/view";
import { AssignOwner, type Target } from "./assign-owner";

type Units = readonly UnitView[];

const sum = (units: Units, of: "models" | "withoutOwner") => units.reduce((total, unit) => total + unit[of], 0);

/** All models of an agency or of one of its units, counted before anything is done. */
export function AssignByUnit({ units, chosen }: { units: Units; chosen: { agency?: string; unit?: string } }) {
  const [agency, setAgency] = useState(chosen.agency ?? "");
  const [unit, setUnit] = useState(chosen.unit ?? "");
  const agencies = [...new Set(units.map((each) => each.agency))].filter((each) => each !== "");
  const below = units.filter((each) => each.agency === agency);
  const meant = unit === "" ? below : below.filter((each) => each.unit === unit);
  return (
    <AssignOwner
      trigger={<Button>Assign owners by unit</Button>}
      title="Assign an owner to all models of a unit"
      target={toTarget(meant, agency, unit)}
    >
      <Field label="Agency">
        <Select
          value={agency}
          placeholder="Choose an agency"
          onChange={(event) => {
            setAgency(event.target.value);
            setUnit("");
          }}
          options={agencies.map((value) => {
            const own = units.filter((each) => each.agency === value);
            return { value, label: `${value} (${formatCount(sum(own, "models"))})` };
          })}
        />
      </Field>
      {below.length < 2 ? null : (
        <Field label="Unit">
          <Select
            value={unit}
            placeholder={`All of ${agency} (${formatCount(sum(below, "models"))})`}
            onChange={(event) => setUnit(event.target.value)}
            options={below.map((each) => ({
              value: each.unit,
              label: `${each.bureau || each.unit} (${formatCount(each.models)})`,
            }))}
          />
        </Field>
      )}
      {meant.length === 0 ? null : (
        <p className="text-sm text-ink-muted">
          {plural(sum(meant, "models"), "model")}, {formatCount(sum(meant, "withoutOwner"))} without an owner.
        </p>
      )}
    </AssignOwner>
  );
}

function toTarget(meant: Units, agency: string, unit: string): Target | null {
  if (meant.length === 0) return null;
  const count = sum(meant, "models");
  const subject = `${count === 1 ? "the one model" : `all ${formatCount(count)} models`} of ${unit || agency}`;
  return { whose: unit === "" ? { agency } : { unit }, count, subject };
}
