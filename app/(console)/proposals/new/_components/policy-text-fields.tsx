"use client";
import { POLICY_MODE_LABELS, POLICY_SCOPE_LABELS, POLICY_TYPE_LABELS } from "@/components/governance/policy-labels";
import { Checkbox } from "@/components/ui/choice";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { HIGHEST_PRIORITY, PolicyMode, PolicyScope, PolicyType } from "@/lib/governance/policy/schema";
import type { PolicyDraft } from "./policy-draft";

type Props = {
  draft: PolicyDraft;
  errorOf: (path: string) => string | undefined;
  onChange: (change: Partial<PolicyDraft>) => void;
};

const options = <Value extends string>(labels: Readonly<Record<Value, string>>) =>
  (Object.entries(labels) as [Value, string][]).map(([value, label]) => ({ value, label }));

/** What people read of a policy, and how it holds. */
export function PolicyTextFields({ draft, errorOf, onChange }: Props) {
  const { scope } = draft;
  return (
    <>
      <Field label="Name" error={errorOf("content.name")}>
        <Input value={draft.name} maxLength={120} onChange={(event) => onChange({ name: event.target.value })} />
      </Field>
      <Field label="Statement" hint="What people read: who must do what, and why" error={errorOf("content.statement")}>
        <Textarea
          rows={6}
          value={draft.statement}
          maxLength={10_000}
          onChange={(event) => onChange({ statement: event.target.value })}
        />
      </Field>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="Type" error={errorOf("content.type")}>
          <Select
            value={draft.type}
            options={options(POLICY_TYPE_LABELS)}
            onChange={(event) => onChange({ type: PolicyType.parse(event.target.value) })}
          />
        </Field>
        <Field label="Holds for" error={errorOf("content.scope")}>
          <Select
            value={scope}
            options={options(POLICY_SCOPE_LABELS)}
            onChange={(event) => onChange({ scope: PolicyScope.parse(event.target.value) })}
          />
        </Field>
        {scope === "ecosystem" ? null : (
          <Field label={`Which ${scope}`} error={errorOf("content.scopeId")}>
            <Input
              value={draft.scopeId}
              maxLength={100}
              onChange={(event) => onChange({ scopeId: event.target.value })}
            />
          </Field>
        )}
      </div>
      <Effect draft={draft} errorOf={errorOf} onChange={onChange} />
    </>
  );
}

function Effect({ draft, errorOf, onChange }: Props) {
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <Field label="First day" hint="Left empty: with the decision" optional error={errorOf("content.effectiveFrom")}>
          <Input
            type="date"
            value={draft.effectiveFrom}
            onChange={(event) => onChange({ effectiveFrom: event.target.value })}
          />
        </Field>
        <Field label="Last day" hint="Left empty: without an end" optional error={errorOf("content.effectiveUntil")}>
          <Input
            type="date"
            value={draft.effectiveUntil}
            onChange={(event) => onChange({ effectiveUntil: event.target.value })}
          />
        </Field>
        <Field
          label="Mode"
          hint="In shadow it is considered and recorded, and decides nothing"
          error={errorOf("content.mode")}
        >
          <Select
            value={draft.mode}
            options={options(POLICY_MODE_LABELS)}
            onChange={(event) => onChange({ mode: PolicyMode.parse(event.target.value) })}
          />
        </Field>
        <Field
          label="Priority"
          hint={`0 to ${HIGHEST_PRIORITY}; higher is considered first`}
          error={errorOf("content.priority")}
        >
          <Input
            type="number"
            inputMode="numeric"
            min={0}
            max={HIGHEST_PRIORITY}
            value={draft.priority}
            onChange={(event) => onChange({ priority: event.target.value })}
          />
        </Field>
      </div>
      <Checkbox
        label="Switched on"
        hint="Switched off, it stays on record and holds for nobody"
        checked={draft.active}
        onChange={(event) => onChange({ active: event.target.checked })}
      />
    </>
  );
}
