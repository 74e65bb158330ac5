"use client";
import { useAction } from "@/lib/client/use-action";
import type { ActionResult } from "@/lib/governance/kernel/problem";
import type { SubmissionAnswer } from "@/lib/governance/voting/view";
import type { submitModelAction } from "../actions";
import { toDraft } from "./draft-text";
import type { DraftDesk } from "./use-draft";

type Input = Parameters<typeof submitModelAction>[0];

/** Saves first, then submits exactly what is on the screen; a refusal comes back as a sentence, and at the fields. */
export function useSubmission({
  reference,
  desk,
  action,
  onSubmitted,
}: {
  reference: string;
  desk: DraftDesk;
  action: (input: Input) => Promise<ActionResult<SubmissionAnswer>>;
  onSubmitted: (answer: SubmissionAnswer) => void;
}) {
  const act = useAction(action, { onDone: onSubmitted });
  const submit = async (): Promise<string | null> => {
    const isSaved = await desk.save();
    if (!isSaved) return "What you typed could not be saved, so nothing was submitted. See beside the score.";
    const { draft } = toDraft(desk.typed);
    const { scores, conditions, votingHours } = draft;
    const result = await act.run({ reference, scores, conditions, votingHours } as Input);
    if (result === null || result.ok) return null;
    return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
  };
  return { submit, errorAt: act.errorOf, problem: act.problemBeside("scores", "conditions", "votingHours") };
}
