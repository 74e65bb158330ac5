"use client";
import { AUDIENCE_LABELS } from "@/components/governance/charter-labels";
import { SeverityPill } from "@/components/governance/severity-pill";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/choice";
import { FieldError } from "@/components/ui/field";
import { joinList, plural } from "@/lib/format/words";
import type { EscalationAudience } from "@/lib/governance/board/charter";
import type { CharterSections } from "@/lib/governance/board/charter-draft";
import { EntryField } from "./entry-field";
import { SectionFrame } from "./section-frame";
import { type CharterDesk, problemAt } from "./use-charter-draft";

const SEVERITIES = ["critical", "high", "medium", "low"] as const;
type Severity = (typeof SEVERITIES)[number];
type Path = CharterSections["escalationPaths"][Severity];
const AUDIENCES = Object.entries(AUDIENCE_LABELS) as [EscalationAudience, string][];
const MOST_STEPS = 7;

export function EscalationSection({ desk }: { desk: CharterDesk }) {
  const paths = desk.typed.escalationPaths;
  return (
    <SectionFrame
      desk={desk}
      section="escalationPaths"
      hint="Who is told first, and who next; every path ends at the chair"
    >
      <ul className="border-t border-line">
        {SEVERITIES.map((severity) => (
          <PathRow
            key={severity}
            desk={desk}
            severity={severity}
            path={paths[severity]}
            onChange={(path) => desk.change("escalationPaths", { ...paths, [severity]: path })}
          />
        ))}
      </ul>
    </SectionFrame>
  );
}

function PathRow({
  desk,
  severity,
  path,
  onChange,
}: {
  desk: CharterDesk;
  severity: Severity;
  path: Path;
  onChange: (path: Path) => void;
}) {
  const { steps } = path;
  const problem = problemAt(desk, "escalationPaths", `${severity}.steps`);
  const put = (next: Path["steps"]) => onChange({ ...path, steps: next });
  return (
    <li className="border-b border-line py-3">
      <div className="flex flex-wrap items-end gap-4">
        <span className="w-24 self-center">
          <SeverityPill severity={severity} />
        </span>
        <EntryField
          desk={desk}
          at={["escalationPaths", `${severity}.respondWithinHours`]}
          label="Respond within hours"
          className="w-44"
          value={path.respondWithinHours}
          onChange={(respondWithinHours) => onChange({ ...path, respondWithinHours })}
        />
      </div>
      <details className="mt-1">
        <summary className="min-h-8 py-1 text-sm text-ink-muted hover:text-ink max-md:min-h-11">
          {plural(steps.length, "step")}:{" "}
          {steps.map((step) => joinList(step.map((one) => AUDIENCE_LABELS[one]))).join(", then ")}
        </summary>
        {steps.map((step, index) => (
          <Step
            // biome-ignore lint/suspicious/noArrayIndexKey: a step is its place in the order
            key={index}
            index={index}
            step={step}
            onChange={(next) => put(steps.map((one, at) => (at === index ? next : one)))}
            onRemove={steps.length === 1 ? undefined : () => put(steps.filter((_, at) => at !== index))}
          />
        ))}
        {steps.length >= MOST_STEPS ? null : (
          <Button size="small" onClick={() => put([...steps, ["chair"]])}>
            Add a step
          </Button>
        )}
      </details>
      {problem === undefined ? null : <FieldError>{problem.message}</FieldError>}
    </li>
  );
}

function Step({
  index,
  step,
  onChange,
  onRemove,
}: {
  index: number;
  step: readonly EscalationAudience[];
  onChange: (step: EscalationAudience[]) => void;
  onRemove?: () => void;
}) {
  return (
    <fieldset className="border-l-2 border-line pl-3">
      <legend className="sr-only">Step {index + 1}</legend>
      <div className="flex flex-wrap items-center gap-x-4">
        <span className="text-sm text-ink-muted">{index + 1}.</span>
        {AUDIENCES.map(([audience, label]) => (
          <Checkbox
            key={audience}
            label={label}
            checked={step.includes(audience)}
            onChange={(event) =>
              onChange(event.target.checked ? [...step, audience] : step.filter((one) => one !== audience))
            }
          />
        ))}
        {onRemove === undefined ? null : (
          <Button size="small" tone="quiet" onClick={onRemove}>
            Remove step {index + 1}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
