"use client";
import { type ComponentProps, type ReactNode, useState } from "react";
import { ActionBar } from "@/components/layout/action-bar";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import type { ModelView } from "@/lib/governance/registry/view";
import type { SubmissionAnswer } from "@/lib/governance/voting/view";
import { ModelProblem } from "../../../_components/model-problem";
import { submitModelAction } from "../actions";
import { ConditionsPart } from "./conditions-part";
import { CriterionPart } from "./criterion-part";
import { type FieldProblems, readNumber, toDraft, toGaps } from "./draft-text";
import { SUBMIT_LABELS, sayRoute } from "./route-words";
import { SaveLine } from "./save-line";
import { ScorePanel } from "./score-panel";
import { SubmittedPart } from "./submitted-part";
import { type DraftDesk, useDraft } from "./use-draft";
import { useSubmission } from "./use-submission";

type Subject = Pick<ModelView, "reference" | "tier" | "status" | "scorecard" | "review" | "acts">;

type Defaults = ComponentProps<typeof ConditionsPart>["defaults"];

/** The scorecard form. `closed` stands in its place while it cannot be filled in. */
export function SubmissionForm({ model, defaults, closed }: { model: Subject; defaults: Defaults; closed: ReactNode }) {
  const desk = useDraft(model.reference, model.scorecard, model.acts.canEditScorecard);
  const [answer, setAnswer] = useState<SubmissionAnswer | null>(null);
  if (answer !== null) return <SubmittedPart reference={model.reference} answer={answer} />;
  if (!model.acts.canEditScorecard) return <>{closed}</>;
  return <OpenForm model={model} defaults={defaults} desk={desk} onSubmitted={setAnswer} />;
}

function OpenForm({
  model,
  defaults,
  desk,
  onSubmitted,
}: {
  model: Subject;
  defaults: Defaults;
  desk: DraftDesk;
  onSubmitted: (answer: SubmissionAnswer) => void;
}) {
  const { typed, view, change } = desk;
  const [isAsked, setAsked] = useState(false);
  const { draft, problems } = toDraft(typed);
  const submission = useSubmission({ reference: model.reference, desk, action: submitModelAction, onSubmitted });
  const shown: FieldProblems = { ...(isAsked ? toGaps(view.completeness) : {}), ...problems };
  const errorAt = (path: string) => shown[path] ?? submission.errorAt(path);
  const steps = sayRoute({
    route: view.route.outcome,
    tier: model.tier,
    status: model.status,
    reviewEveryDays: model.review.everyDays,
    votingHours: readNumber(typed.votingHours) ?? defaults.votingHours,
    conditions: draft.conditions?.length ?? 0,
  });
  const ask = () => {
    setAsked(true);
    // After the fields have been told: the first one at fault comes into view.
    setTimeout(() => document.querySelector<HTMLElement>("[data-criterion] [aria-invalid=true]")?.focus(), 50);
  };
  const isReady = view.completeness.outcome === "complete" && Object.keys(problems).length === 0;
  const label = SUBMIT_LABELS[view.route.outcome];
  const send = model.acts.canSubmit ? (
    <Button tone="primary" onClick={isReady ? undefined : ask}>
      {label}
    </Button>
  ) : (
    <p className="text-sm text-ink-muted">A {model.status} model is not submitted; the draft is kept.</p>
  );
  return (
    <div className="grid gap-x-10 gap-y-8 lg:grid-cols-[minmax(0,1fr)_21rem]">
      <div className="min-w-0">
        <ModelProblem problem={submission.problem} />
        {view.evaluation.criteria.map((row, index) => (
          <CriterionPart
            key={row.criterion}
            row={row}
            number={index + 1}
            entry={typed.scores[row.criterion]}
            onChange={(entry) => change({ ...typed, scores: { ...typed.scores, [row.criterion]: entry } })}
            errorAt={errorAt}
          />
        ))}
        <ConditionsPart typed={typed} defaults={defaults} onChange={change} errorAt={errorAt} />
      </div>
      <div className="min-w-0">
        <ScorePanel view={view} steps={steps}>
          <SaveLine desk={desk} problems={Object.keys(problems).length} />
          {isAsked && !isReady ? (
            <p role="alert" className="mt-2 text-sm text-rejected">
              It cannot be submitted yet: what is missing is named at its field.
            </p>
          ) : null}
          <ActionBar label="Submit" className="mt-3">
            {isReady && model.acts.canSubmit ? (
              <Confirm
                trigger={send}
                title={`${label}?`}
                consequence={
                  <ol className="list-decimal space-y-1 pl-5">
                    {steps.map((step) => (
                      <li key={step}>{step}</li>
                    ))}
                  </ol>
                }
                act={label}
                onConfirm={submission.submit}
              />
            ) : (
              send
            )}
          </ActionBar>
        </ScorePanel>
      </div>
    </div>
  );
}
