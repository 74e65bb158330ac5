"use client";
import { CRITERION_LABELS } from "@/components/governance/labels";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { formatPercent } from "@/lib/format/number";
import { CRITERION_QUESTIONS } from "@/lib/governance/registry/schema";
import type { EvaluationView } from "@/lib/governance/registry/scorecard-view";
import type { EntryText } from "./draft-text";
import { EvidenceList } from "./evidence-list";
import { ScoreInput } from "./score-input";

type Row = EvaluationView["criteria"][number];

/** One of the eight: the question, the score, why, and what shows it. */
export function CriterionPart({
  row,
  number,
  entry,
  onChange,
  errorAt,
}: {
  row: Row;
  number: number;
  entry: EntryText;
  onChange: (entry: EntryText) => void;
  errorAt: (path: string) => string | undefined;
}) {
  const { criterion } = row;
  const title = CRITERION_LABELS[criterion];
  const path = `scores.${criterion}`;
  return (
    <section
      aria-label={title}
      data-criterion={criterion}
      className="border-t border-line py-6 first:border-t-0 first:pt-0"
    >
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 className="text-base font-semibold">
          {number}. {title}
        </h2>
        <p className="text-xs text-ink-muted">
          weight {formatPercent(row.weightRatio)}
          {row.isPassFail ? ", pass or fail" : ""}
        </p>
      </div>
      <p className="mb-4 max-w-read text-ink-muted">{CRITERION_QUESTIONS[criterion]}</p>
      <div className="space-y-4">
        <ScoreInput
          name={`${path}.score`}
          what={title}
          isPassFail={row.isPassFail}
          value={entry.score}
          onChange={(score) => onChange({ ...entry, score })}
          error={errorAt(`${path}.score`)}
        />
        <Field label="Justification" error={errorAt(`${path}.justification`)}>
          <Textarea
            name={`${path}.justification`}
            rows={3}
            value={entry.justification}
            onChange={(event) => onChange({ ...entry, justification: event.target.value })}
          />
        </Field>
        <EvidenceList
          what={title}
          path={`${path}.evidence`}
          items={entry.evidence}
          onChange={(evidence) => onChange({ ...entry, evidence })}
          errorAt={errorAt}
        />
      </div>
    </section>
  );
}
