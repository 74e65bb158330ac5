"use client";
import { SEVERITY_LABELS, WORST_FIRST } from "@/components/governance/escalation-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { cn } from "@/components/ui/class-names";
import { Select } from "@/components/ui/select";
import type { Severity, Trigger } from "@/lib/governance/escalations/schema";

export type KnownTrigger = { readonly trigger: Trigger; readonly label: string; readonly severity: Severity };

/** What is known to happen, by how severe it is; one press says it, another takes it back. */
export function TriggerPicker({
  triggers,
  value,
  onValue,
}: {
  triggers: readonly KnownTrigger[];
  value: Trigger | "";
  onValue: (trigger: KnownTrigger | null) => void;
}) {
  return (
    <fieldset>
      <legend className="text-sm font-medium">
        Is it one of these? <span className="font-normal text-ink-muted">(optional)</span>
      </legend>
      <Select
        aria-label="Known trigger"
        className="mt-2 md:hidden"
        value={value}
        placeholder="None of those that are known"
        onChange={(event) => onValue(triggers.find(({ trigger }) => trigger === event.target.value) ?? null)}
        options={WORST_FIRST.flatMap((severity) => triggers.filter((known) => known.severity === severity)).map(
          ({ trigger, label, severity }) => ({ value: trigger, label: `${label} (${severity})` }),
        )}
      />
      <div className="mt-2 space-y-2 max-md:hidden">
        {WORST_FIRST.map((severity) => (
          <div key={severity} className="flex gap-3">
            <span className="w-20 shrink-0 pt-1">
              <SeverityPill severity={severity} />
              <span className="sr-only">{SEVERITY_LABELS[severity]}</span>
            </span>
            <div className="flex flex-wrap gap-1.5">
              {triggers
                .filter((known) => known.severity === severity)
                .map((known) => (
                  <button
                    key={known.trigger}
                    type="button"
                    aria-pressed={value === known.trigger}
                    onClick={() => onValue(value === known.trigger ? null : known)}
                    className={cn(
                      "inline-flex min-h-8 items-center rounded-md border px-2.5 text-sm transition-colors",
                      value === known.trigger
                        ? "border-accent bg-accent-soft font-medium"
                        : "border-line-strong bg-raised hover:bg-line/50",
                    )}
                  >
                    {known.label}
                  </button>
                ))}
            </div>
          </div>
        ))}
      </div>
    </fieldset>
  );
}
