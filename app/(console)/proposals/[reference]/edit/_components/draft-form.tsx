"use client";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { paths } from "@/lib/client/paths";
import type { KindView } from "@/lib/governance/voting/kind-view";
import type { DraftView } from "@/lib/governance/voting/view";
import { ConditionsEditor } from "../../../new/_components/conditions-editor";
import { FormParts } from "../../../new/_components/form-parts";
import type { FormOptions, Values } from "../../../new/_components/form-values";
import { WhoDecides } from "../../../new/_components/who-decides";
import { useDraft } from "./use-draft";

type Props = { draft: DraftView; kind: KindView; options: FormOptions; chosen: Values };

/** A draft is written on in the form it was begun in. `chosen`: what goes with the choices that it holds. */
export function DraftForm({ draft, kind, options, chosen }: Props) {
  const desk = useDraft({ draft, kind, options, chosen });
  const { errorOf, problemBeside, forget, pending } = desk.edit;
  const hasGrounds = kind.fields.some((field) => field.name === "reason");
  const ofPayload = (name: string) =>
    errorOf(`payload.${name}`) ?? (hasGrounds && name === "reason" ? errorOf("description") : undefined);
  return (
    <form onSubmit={desk.submit} onInput={forget} className="max-w-read space-y-5" noValidate>
      <FormProblem problem={problemBeside("title", "description", "votingHours", "conditions", "payload")} />
      <FormParts fields={kind.fields} values={desk.values} set={desk.set} errorOf={ofPayload} options={options} />
      <Field label="What is asked" hint="The title that voters see" error={errorOf("title")}>
        <Input
          name="title"
          value={desk.title}
          maxLength={200}
          onChange={(event) => desk.setTitle(event.target.value)}
          className="font-serif"
        />
      </Field>
      <Field
        label={hasGrounds ? "More for those who vote" : "Why"}
        optional={hasGrounds}
        error={hasGrounds && desk.description.trim() === "" ? undefined : errorOf("description")}
      >
        <Textarea
          name="description"
          rows={hasGrounds ? 3 : 5}
          value={desk.description}
          onChange={(event) => desk.setDescription(event.target.value)}
        />
      </Field>
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
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={pending}>
          Save the draft
        </Button>
        <LinkButton href={paths.proposals.detail(draft.reference)}>Keep it as it was</LinkButton>
      </div>
    </form>
  );
}
