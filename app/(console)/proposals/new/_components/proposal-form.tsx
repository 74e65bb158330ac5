"use client";
import { ActionBar } from "@/components/layout/action-bar";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import type { KindView } from "@/lib/governance/voting/kind-view";
import { AnswersNote } from "../../../escalations/_components/answers-note";
import { ConditionsEditor } from "./conditions-editor";
import { FormParts } from "./form-parts";
import type { FormOptions, Values } from "./form-values";
import { type ProposalDesk, useProposal } from "./use-proposal";
import { WhoDecides } from "./who-decides";

const TITLE_CHARACTERS = 200;

/** The form of any kind, drawn from its fields. `chosen`: what the link that led here named. */
export function ProposalForm({ kind, options, chosen }: { kind: KindView; options: FormOptions; chosen: Values }) {
  const desk = useProposal(kind, options, chosen);
  const { create, errorOf, isDraft, isPending } = desk;
  const hasGrounds = kind.fields.some((field) => field.name === "reason");
  const ofPayload = (name: string) =>
    errorOf(`payload.${name}`) ?? (hasGrounds && name === "reason" ? errorOf("description") : undefined);
  return (
    <form onSubmit={desk.submit} onInput={create.forget} className="max-w-read space-y-5" noValidate>
      <AnswersNote escalation={desk.escalation} />
      <FormProblem problem={create.problemBeside("title", "description", "votingHours", "conditions", "payload")} />
      <FormParts fields={kind.fields} values={desk.values} set={desk.set} errorOf={ofPayload} options={options} />
      <Words desk={desk} hasGrounds={hasGrounds} />
      {kind.takesConditions ? (
        <ConditionsEditor
          typed={desk.conditions}
          onChange={desk.setConditions}
          errorOf={errorOf}
          conditionDays={kind.defaults.conditionDays}
        />
      ) : null}
      <Field label="Hours to vote" hint="From its opening; 1 to 168 hours" error={errorOf("votingHours")}>
        <Input
          name="votingHours"
          inputMode="numeric"
          autoComplete="off"
          value={desk.hours}
          onChange={(event) => desk.setHours(event.target.value)}
          className="md:w-28"
        />
      </Field>
      <WhoDecides kind={kind} />
      <ActionBar label="Propose">
        <Button type="submit" name="act" value="open" tone="primary" pending={isPending && !isDraft}>
          Open for voting
        </Button>
        <Button type="submit" name="act" value="draft" pending={isPending && isDraft}>
          Keep as a draft
        </Button>
      </ActionBar>
    </form>
  );
}

/** What is asked in a line, and in the proposer's own words. */
function Words({ desk, hasGrounds }: { desk: ProposalDesk; hasGrounds: boolean }) {
  return (
    <>
      <Field label="What is asked" hint="The title that voters see" error={desk.errorOf("title")}>
        <Input
          name="title"
          value={desk.title}
          maxLength={TITLE_CHARACTERS}
          onChange={(event) => desk.setOwnTitle(event.target.value === "" ? null : event.target.value)}
          className="font-serif"
        />
      </Field>
      <Field
        label={hasGrounds ? "More for those who vote" : "Why"}
        optional={hasGrounds}
        hint={hasGrounds ? undefined : "What is the matter now, and what becomes better"}
        error={hasGrounds && desk.description.trim() === "" ? undefined : desk.errorOf("description")}
      >
        <Textarea
          name="description"
          rows={hasGrounds ? 3 : 5}
          value={desk.description}
          onChange={(event) => desk.setDescription(event.target.value)}
        />
      </Field>
    </>
  );
}
