"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { LinkButton } from "@/components/ui/link-button";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { TierFacts } from "@/lib/governance/registry/schema";
import type { ModelView } from "@/lib/governance/registry/view";
import { registerModelAction, updateModelAction } from "../actions";
import { FactQuestions } from "./fact-questions";
import { ModelProblem } from "./model-problem";
import { PersonField } from "./person-field";
import { TierPreview } from "./tier-preview";

export type Editable = Pick<
  ModelView,
  "reference" | "name" | "version" | "description" | "unit" | "tags" | "facts" | "revision"
>;

const UNKNOWN: TierFacts = {
  affectsRights: null,
  affectsSafety: null,
  decidesAutonomously: null,
  usesPersonalData: null,
  isPublicFacing: null,
  stage: null,
};

const splitTags = (text: string) =>
  text
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");

function readForm(form: HTMLFormElement) {
  const given = new FormData(form);
  const text = (name: string) => String(given.get(name) ?? "");
  return {
    name: text("name"),
    version: text("version"),
    description: text("description"),
    unit: text("unit"),
    tags: splitTags(text("tags")),
    owner: text("owner").trim(),
  };
}

/** Registers a model, or changes the facts of one. */
export function ModelForm({ model, mayNameOwner = false }: { model: Editable | null; mayNameOwner?: boolean }) {
  const router = useRouter();
  const [facts, setFacts] = useState(model?.facts ?? UNKNOWN);
  const onDone = ({ reference }: { reference: string }) => {
    notify.done({ title: model === null ? "Model registered" : "Facts saved" });
    router.push(paths.models.detail(reference));
  };
  const register = useAction(registerModelAction, { onDone });
  const update = useAction(updateModelAction, { onDone });
  const act = model === null ? register : update;
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const { owner, ...given } = readForm(event.currentTarget);
    if (model === null) void register.run({ ...given, facts, ...(owner === "" ? {} : { owner }) });
    else void update.run({ ...given, facts, reference: model.reference, revision: model.revision });
  };
  const back = model === null ? paths.models.list() : paths.models.detail(model.reference);
  return (
    <form
      onSubmit={submit}
      onInput={act.forget}
      className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,40rem)_minmax(0,1fr)]"
      noValidate
    >
      <div className="space-y-5">
        <ModelProblem problem={act.problemBeside("name", "version", "description", "unit", "tags", "owner", "facts")} />
        <Texts model={model} errorOf={act.errorOf} mayNameOwner={mayNameOwner} />
        <h2 className="border-t border-line pt-5 text-base font-semibold">What decides its tier</h2>
        <FactQuestions facts={facts} onChange={setFacts} errorOf={act.errorOf} />
      </div>
      <div className="lg:order-none">
        <div className="lg:sticky lg:top-6">
          <TierPreview facts={facts} />
        </div>
      </div>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" tone="primary" pending={act.pending} className="max-md:h-11 max-md:w-full">
          {model === null ? "Register the model" : "Save the facts"}
        </Button>
        <LinkButton tone="quiet" href={back}>
          {model === null ? "Back without registering" : "Back without saving"}
        </LinkButton>
      </div>
    </form>
  );
}

function Texts({
  model,
  errorOf,
  mayNameOwner,
}: {
  model: Editable | null;
  errorOf: (path: string) => string | undefined;
  mayNameOwner: boolean;
}) {
  return (
    <>
      <div className="grid gap-5 md:grid-cols-[1fr_10rem]">
        <Field label="Name" error={errorOf("name")}>
          <Input name="name" defaultValue={model?.name} autoComplete="off" />
        </Field>
        <Field label="Version" error={errorOf("version")}>
          <Input name="version" defaultValue={model?.version} autoComplete="off" placeholder="1.0" />
        </Field>
      </div>
      <Field label="Description" hint="What it does, for whom, and with what output" error={errorOf("description")}>
        <Textarea name="description" defaultValue={model?.description} rows={5} />
      </Field>
      <Field label="Unit" optional hint="The department, agency or bureau that answers for it" error={errorOf("unit")}>
        <Input name="unit" defaultValue={model?.unit} autoComplete="off" />
      </Field>
      <Field label="Tags" optional hint="Separate several with commas" error={errorOf("tags")}>
        <Input name="tags" defaultValue={model?.tags.join(", ")} autoComplete="off" />
      </Field>
      {mayNameOwner ? (
        <PersonField
          label="Owner"
          name="owner"
          error={errorOf("owner")}
          hint="Leave empty to assign one later; type part of the name to choose"
        />
      ) : null}
    </>
  );
}
