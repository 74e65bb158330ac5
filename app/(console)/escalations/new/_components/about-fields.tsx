"use client";
import { SEVERITY_LABELS, sayCategory, WORST_FIRST } from "@/components/governance/escalation-labels";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { PickOne, type PickOption } from "@/components/ui/pick-one";
import { Select } from "@/components/ui/select";
import type { Category, Severity } from "@/lib/governance/escalations/schema";
import { findModels } from "../../_components/people-options";
import type { RaiseValues } from "./raise-values";

/** The facts that the severity follows from. */
export function AboutFields({
  values,
  set,
  models,
  ventures,
  categories,
  errorOf,
}: {
  values: RaiseValues;
  set: (change: Partial<RaiseValues>) => void;
  models: readonly PickOption[];
  ventures: readonly PickOption[];
  categories: readonly { readonly category: Category; readonly isNeverAutonomous: boolean }[];
  errorOf: (path: string) => string | undefined;
}) {
  return (
    <div className="grid gap-4 md:grid-cols-2">
      <Field label="Model" optional error={errorOf("modelRef")}>
        <PickOne
          name="modelRef"
          value={values.modelRef}
          onValue={(modelRef) => set({ modelRef })}
          options={models}
          find={findModels}
          placeholder="None, or not known"
        />
      </Field>
      <Field label="Venture" optional error={errorOf("ventureRef")}>
        <PickOne
          name="ventureRef"
          value={values.ventureRef}
          onValue={(ventureRef) => set({ ventureRef })}
          options={ventures}
          placeholder="None, or not known"
        />
      </Field>
      <Field label="Category" optional error={errorOf("category")}>
        <Select
          name="category"
          value={values.category}
          placeholder="None fits"
          onChange={(event) => set({ category: event.target.value as Category | "" })}
          options={categories.map(({ category, isNeverAutonomous }) => ({
            value: category,
            label: `${sayCategory(category)}${isNeverAutonomous ? " (always a human decides)" : ""}`,
          }))}
        />
      </Field>
      <Field label="Severity" optional error={errorOf("severity")}>
        <Select
          name="severity"
          value={values.severity}
          placeholder="As the facts say"
          onChange={(event) => set({ severity: event.target.value as Severity | "" })}
          options={WORST_FIRST.map((value) => ({ value, label: `At least ${SEVERITY_LABELS[value].toLowerCase()}` }))}
        />
      </Field>
      <Field label="Money at stake, in US dollars" optional error={errorOf("financialImpactUsd")}>
        <Input
          name="financialImpactUsd"
          inputMode="decimal"
          autoComplete="off"
          value={values.money}
          onChange={(event) => set({ money: event.target.value })}
        />
      </Field>
      <Field label="Hours until it is due" optional error={errorOf("deadlineHours")}>
        <Input
          name="deadlineHours"
          inputMode="decimal"
          autoComplete="off"
          value={values.deadline}
          onChange={(event) => set({ deadline: event.target.value })}
        />
      </Field>
    </div>
  );
}
