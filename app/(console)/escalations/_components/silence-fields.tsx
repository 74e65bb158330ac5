"use client";
import { SEVERITY_LABELS, sayCategory } from "@/components/governance/escalation-labels";
import { Checkbox } from "@/components/ui/choice";
import { Field, FieldError } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { PickOne, type PickOption } from "@/components/ui/pick-one";
import { Select } from "@/components/ui/select";
import { Category, Severity } from "@/lib/governance/escalations/schema";
import type { SilenceMatcher } from "@/lib/governance/escalations/silence";
import { findModels } from "./people-options";

const SPANS = [
  { value: "4", label: "For 4 hours" },
  { value: "24", label: "For 1 day" },
  { value: "72", label: "For 3 days" },
  { value: "168", label: "For 1 week" },
  { value: "336", label: "For 2 weeks" },
  { value: "720", label: "For 30 days" },
];

export type TypedSilence = {
  readonly severity: readonly Severity[];
  readonly category: string;
  /** Reference of a portfolio or a venture. */
  readonly scope: string;
  readonly model: string;
  readonly source: string;
  readonly titleContains: string;
  readonly reason: string;
  readonly hours: string;
};

export const NOTHING_TYPED: TypedSilence = {
  ...{ severity: [], category: "", scope: "", model: "", source: "", titleContains: "", reason: "", hours: "24" },
};

/** As the server takes it: what is empty is not named. */
export function toSilence({ severity, category, scope, model, source, titleContains, reason, hours }: TypedSilence) {
  const matcher: SilenceMatcher = {
    ...(severity.length === 0 ? {} : { severity: [...severity] }),
    ...(category === "" ? {} : { category: [category as Category] }),
    ...(scope.startsWith("VNT-") ? { venture: scope } : {}),
    ...(scope.startsWith("PTF-") ? { portfolio: scope } : {}),
    ...(model === "" ? {} : { model }),
    ...(source.trim() === "" ? {} : { source }),
    ...(titleContains.trim() === "" ? {} : { titleContains }),
  };
  return { matcher, reason, endsInHours: hours === "" ? Number.NaN : Number(hours) };
}

/** What is held, why, and until when. Every field that is named must agree. */
export function SilenceFields({
  typed,
  onChange,
  scopes,
  models,
  errorOf,
  beginsWithReason = false,
}: {
  typed: TypedSilence;
  onChange: (change: Partial<TypedSilence>) => void;
  scopes: readonly PickOption[];
  models: readonly PickOption[];
  errorOf: (path: string) => string | undefined;
  /** The rest is filled in already. */
  beginsWithReason?: boolean;
}) {
  const toggle = (severity: Severity) => {
    const isOn = typed.severity.includes(severity);
    const rest = typed.severity.filter((each) => each !== severity);
    onChange({ severity: isOn ? rest : [...rest, severity] });
  };
  const nothing = errorOf("matcher") !== undefined && Object.keys(toSilence(typed).matcher).length === 0;
  const at = (field: string) => (nothing ? undefined : errorOf(`matcher.${field}`));
  return (
    <>
      {nothing ? <FieldError>{errorOf("matcher")}</FieldError> : null}
      <div className="grid items-end gap-4 md:grid-cols-3">
        <Field label="Source" optional error={at("source")}>
          <Input
            name="matcher.source"
            value={typed.source}
            onChange={(event) => onChange({ source: event.target.value })}
          />
        </Field>
        <Field label="Words of the title" optional error={at("titleContains")}>
          <Input
            name="matcher.titleContains"
            value={typed.titleContains}
            onChange={(event) => onChange({ titleContains: event.target.value })}
          />
        </Field>
        <Field label="Portfolio or venture" optional error={at("venture") ?? at("portfolio")}>
          <PickOne
            name="scope"
            value={typed.scope}
            onValue={(scope) => onChange({ scope })}
            options={scopes}
            placeholder="Any"
          />
        </Field>
        <Field label="Model" optional error={at("model")}>
          <PickOne
            name="model"
            value={typed.model}
            onValue={(model) => onChange({ model })}
            options={models}
            find={findModels}
            placeholder="Any"
          />
        </Field>
        <Field label="Category" optional error={at("category")}>
          <Select
            name="matcher.category"
            value={typed.category}
            placeholder="Any"
            onChange={(event) => onChange({ category: event.target.value })}
            options={Category.options.map((value) => ({ value, label: sayCategory(value) }))}
          />
        </Field>
        <Field label="How long?" error={errorOf("endsInHours")}>
          <Select
            name="endsInHours"
            value={typed.hours}
            onChange={(event) => onChange({ hours: event.target.value })}
            options={SPANS}
          />
        </Field>
      </div>
      <fieldset>
        <legend className="text-sm font-medium">
          Severity <span className="font-normal text-ink-muted">(any but critical, when none is named)</span>
        </legend>
        <div className="flex flex-wrap gap-x-5">
          {Severity.options.map((severity) => (
            <Checkbox
              key={severity}
              label={SEVERITY_LABELS[severity]}
              checked={typed.severity.includes(severity)}
              onChange={() => toggle(severity)}
            />
          ))}
        </div>
      </fieldset>
      <Field label="Reason" hint="Everybody who looks at the queue reads it" error={errorOf("reason")}>
        <Textarea
          name="reason"
          rows={2}
          autoFocus={beginsWithReason}
          maxLength={1_000}
          value={typed.reason}
          onChange={(event) => onChange({ reason: event.target.value })}
        />
      </Field>
    </>
  );
}
