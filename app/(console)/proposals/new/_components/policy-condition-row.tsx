"use client";
import { OPERATOR_LABELS } from "@/components/governance/policy-labels";
import { Button } from "@/components/ui/button";
import { FieldError } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { sentenceCase } from "@/lib/format/words";
import { CHECK_FIELDS, CheckField, OPERATORS_OF, Operator } from "@/lib/governance/policy/schema";
import { type ComparisonDraft, newComparison } from "./policy-draft";

const FIELDS = CheckField.options.map((field) => ({ value: field, label: sentenceCase(CHECK_FIELDS[field].label) }));

/** One comparison: what is looked at, how, and with what. */
export function PolicyConditionRow({
  comparison,
  label,
  error,
  onChange,
  onRemove,
}: {
  comparison: ComparisonDraft;
  /** Whose condition it is, for those who do not see it. */
  label: string;
  error: string | undefined;
  onChange: (comparison: ComparisonDraft) => void;
  onRemove: () => void;
}) {
  const { field, operator } = comparison;
  const facts = CHECK_FIELDS[field];
  const operators = OPERATORS_OF[facts.type].map((value) => ({ value, label: OPERATOR_LABELS[value] }));
  return (
    <li>
      <div className="grid grid-cols-2 gap-2 md:grid-cols-[10rem_9rem_minmax(0,1fr)_auto]">
        <Select
          aria-label={`${label}: what is looked at`}
          value={field}
          options={FIELDS}
          onChange={(event) => onChange(newComparison(CheckField.parse(event.target.value)))}
        />
        <Select
          aria-label={`${label}: how it is compared`}
          value={operator}
          options={operators}
          onChange={(event) => onChange({ ...comparison, operator: Operator.parse(event.target.value) })}
        />
        <div className="max-md:col-span-2">
          <Value comparison={comparison} label={label} isWrong={error !== undefined} onChange={onChange} />
        </div>
        <Button tone="quiet" onClick={onRemove} aria-label={`${label}: remove it`}>
          Remove
        </Button>
      </div>
      {error === undefined ? null : <FieldError>{error}</FieldError>}
    </li>
  );
}

function Value({
  comparison,
  label,
  isWrong,
  onChange,
}: {
  comparison: ComparisonDraft;
  label: string;
  isWrong: boolean;
  onChange: (comparison: ComparisonDraft) => void;
}) {
  const { field, operator, value } = comparison;
  const facts = CHECK_FIELDS[field];
  const name = `${label}: with what`;
  const set = (next: string) => onChange({ ...comparison, value: next });
  if (facts.type === "choice" && operator === "eq") {
    return (
      <Select
        aria-label={name}
        aria-invalid={isWrong || undefined}
        value={value}
        options={facts.options.map((option) => ({ value: option, label: sentenceCase(option) }))}
        onChange={(event) => set(event.target.value)}
      />
    );
  }
  if (facts.type === "choice") return <Choices options={facts.options} name={name} value={value} onChange={set} />;
  const unit = facts.type === "number" && facts.unit !== undefined ? ` (${facts.unit})` : "";
  return (
    <Input
      aria-label={`${name}${unit}`}
      aria-invalid={isWrong || undefined}
      inputMode={facts.type === "number" && operator !== "in" ? "decimal" : undefined}
      placeholder={operator === "in" ? "Separated by commas" : unit.trim().replace(/[()]/gu, "")}
      value={value}
      onChange={(event) => set(event.target.value)}
    />
  );
}

function Choices({
  options,
  name,
  value,
  onChange,
}: {
  options: readonly string[];
  name: string;
  value: string;
  onChange: (value: string) => void;
}) {
  const chosen = value.split(",").map((part) => part.trim());
  const toggle = (option: string, isOn: boolean) =>
    onChange(options.filter((each) => (each === option ? isOn : chosen.includes(each))).join(", "));
  return (
    <fieldset aria-label={name} className="flex flex-wrap gap-x-4 gap-y-1 py-1.5">
      {options.map((option) => (
        <label key={option} className="flex items-center gap-1.5 max-md:min-h-11">
          <input
            type="checkbox"
            className="size-4"
            checked={chosen.includes(option)}
            onChange={(event) => toggle(option, event.target.checked)}
          />
          {sentenceCase(option)}
        </label>
      ))}
    </fieldset>
  );
}
