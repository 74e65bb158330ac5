"use client";
import { type FormEvent, type KeyboardEvent, useId } from "react";
import { CHOICE_LABELS } from "@/components/governance/labels";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { Instant } from "@/components/ui/instant";
import type { ActionState } from "@/lib/client/use-action";
import { formatCount } from "@/lib/format/number";
import { Choice } from "@/lib/governance/voting/schema";
import type { BallotAnswer } from "@/lib/governance/voting/view";

const MOST_LETTERS = 2_000;
/** From here on the room left is said. */
const NEARLY = 1_600;

type Cast = Pick<ActionState<never, BallotAnswer>, "pending" | "problem" | "errorOf" | "problemBeside" | "forget">;

/** Reasoning and the press that records it; the choice can still be changed. From below on the phone. */
export function VoteSheet({
  open,
  onOpenChange,
  title,
  choice,
  onChoice,
  reasoning,
  onReasoning,
  isChange,
  isSealed,
  deadlineAt,
  stopped,
  cast,
  onCast,
}: {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  title: string;
  choice: Choice;
  onChoice: (choice: Choice) => void;
  reasoning: string;
  onReasoning: (text: string) => void;
  isChange: boolean;
  isSealed: boolean;
  deadlineAt: string | null;
  /** Why nothing can be recorded any more; null while it can. */
  stopped: string | null;
  cast: Cast;
  onCast: () => void;
}) {
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onCast();
  };
  const submitByKey = (event: KeyboardEvent) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && stopped === null) onCast();
  };
  const beside = cast.problemBeside("reasoning");
  return (
    <Dialog
      open={open}
      onOpenChange={onOpenChange}
      title={isChange ? "Change your vote" : "Your vote"}
      description={<span className="line-clamp-2 font-serif text-base text-ink">{title}</span>}
      footer={
        <>
          <span className="mr-auto self-center text-xs text-ink-muted">
            {deadlineAt === null || stopped !== null ? null : (
              <>
                You can change it until <Instant at={deadlineAt} as="dayTime" />.
              </>
            )}
          </span>
          <Button
            type="submit"
            form={formId}
            tone="primary"
            size="large"
            pending={cast.pending}
            disabled={stopped !== null}
            className="max-md:w-full"
          >
            Record my {CHOICE_LABELS[choice]}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={submit}
        onKeyDown={submitByKey}
        onInput={cast.forget}
        className="space-y-4"
        noValidate
      >
        {stopped === null ? null : (
          <FormProblem
            problem={{
              title: "No vote can be recorded now",
              detail: stopped,
              hint: "What you typed stays here to copy.",
            }}
          />
        )}
        {beside === null || stopped !== null ? null : <FormProblem problem={beside} />}
        <RadioGroup
          legend={<span className="sr-only">Choice</span>}
          name="choice"
          inline
          value={choice}
          onValueChange={(value) => onChoice(Choice.parse(value))}
          choices={Choice.options.map((value) => ({ value, label: CHOICE_LABELS[value] }))}
        />
        <Field
          label="Reasoning"
          optional
          hint={
            isSealed
              ? "Sealed with your vote until voting ends; then the board reads it."
              : "The board reads it now; a dissent is shown with the result."
          }
          error={cast.errorOf("reasoning")}
        >
          <Textarea
            name="reasoning"
            rows={4}
            value={reasoning}
            onChange={(event) => onReasoning(event.target.value)}
            autoFocus
            className="max-h-[38dvh]"
          />
        </Field>
        {reasoning.length < NEARLY ? null : (
          <p className="text-xs text-ink-muted">
            {formatCount(reasoning.length)} of {formatCount(MOST_LETTERS)} characters
          </p>
        )}
      </form>
    </Dialog>
  );
}
