"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ChairDecisionKind } from "@/lib/governance/voting/schema";
import type { ChairDecisionPreview } from "@/lib/governance/voting/view";
import { AnswersNote } from "../../../escalations/_components/answers-note";
import { useAnswered } from "../../../escalations/_components/use-answered";
import { decideAsChairAction } from "../../actions";
import { ActFields, type ActType, type Candidate } from "./act-fields";
import { Consequences } from "./consequences";
import { usePreview } from "./use-preview";

const TITLE_CHARACTERS = 200;
const SHOWN_AT_FIELDS = ["kind", "title", "rationale", "payload"];

const ACTS = [
  { value: "suspend_model", label: "Suspend a model", hint: "It must not be used until the board, or you, say so" },
  { value: "instruct", label: "Give an order", hint: "Kept on record; nothing technical happens" },
];
const KINDS = [
  { value: "emergency_action", label: "Emergency action", hint: "Waiting for the board would do harm" },
  {
    value: "incident_response",
    label: "Incident response",
    hint: "Something has happened that has to be answered now",
  },
];

const cut = (text: string) => [...text].slice(0, TITLE_CHARACTERS).join("");

function titleOf(act: ActType, model: Candidate | undefined): string {
  if (act === "instruct") return "";
  return model === undefined ? "" : cut(`Suspend “${toModelTitle(model)}”`);
}

function toPayload(act: ActType, model: string, given: FormData) {
  if (act === "suspend_model") return { type: act, model };
  const text = (name: string) => String(given.get(name) ?? "");
  const about = model === "" ? {} : { model };
  return {
    type: act,
    instruction: text("payload.instruction"),
    addressee: text("payload.addressee"),
    until: text("payload.until"),
    ...about,
  };
}

/** What it does at once stands beside what is typed, before it is done. */
export function DecideForm({
  models,
  chosen,
  preview: first,
}: {
  models: readonly Candidate[];
  chosen: string;
  preview: ChairDecisionPreview;
}) {
  const router = useRouter();
  const [act, setAct] = useState<ActType>("suspend_model");
  const [kind, setKind] = useState<ChairDecisionKind>("emergency_action");
  const [model, setModel] = useState(chosen);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const about = models.find(({ reference }) => reference === model);
  const preview = usePreview(first, { kind, model });
  const answered = useAnswered();
  const decide = useAction(decideAsChairAction, {
    onDone: async ({ proposal }) => {
      await answered.link(proposal);
      notify.done({ title: "Decided, and in force", detail: "The board is asked to ratify it." });
      router.push(paths.proposals.detail(proposal));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const rationale = String(given.get("rationale") ?? "");
    const title = ownTitle ?? titleOf(act, about);
    const payload = toPayload(act, model, given) as Parameters<typeof decideAsChairAction>[0]["payload"];
    void decide.run({ kind, title, rationale, payload });
  };
  return (
    <div className="grid gap-x-10 gap-y-6 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <form onSubmit={submit} onInput={decide.forget} className="max-w-read space-y-5" noValidate>
        <AnswersNote escalation={answered.escalation} />
        <FormProblem problem={decide.problemBeside(...SHOWN_AT_FIELDS)} />
        <RadioGroup
          legend="What do you decide?"
          name="act"
          choices={ACTS}
          value={act}
          onValueChange={(value) => setAct(value as ActType)}
        />
        <ActFields act={act} models={models} model={model} onModel={setModel} errorOf={decide.errorOf} />
        <RadioGroup
          legend="Why alone?"
          name="kind"
          choices={KINDS}
          value={kind}
          onValueChange={(value) => setKind(value as ChairDecisionKind)}
          error={decide.errorOf("kind")}
        />
        <Field label="Title" hint="What the board is asked to ratify" error={decide.errorOf("title")}>
          <Input
            name="title"
            value={ownTitle ?? titleOf(act, about)}
            maxLength={TITLE_CHARACTERS}
            onChange={(event) => setOwnTitle(event.target.value === "" ? null : event.target.value)}
            className="font-serif"
          />
        </Field>
        <Field
          label="Rationale"
          hint="What has happened, and what waiting would do. Kept with the decision; the board reads it when it votes"
          error={decide.errorOf("rationale")}
        >
          <Textarea name="rationale" rows={6} />
        </Field>
        <div className="lg:hidden">
          <Consequences act={act} model={about} preview={preview} />
        </div>
        <Button type="submit" tone="danger" pending={decide.pending} disabled={preview.objection !== null}>
          {act === "suspend_model" ? "Suspend now" : "Give the order now"}
        </Button>
      </form>
      <aside className="max-lg:hidden">
        <Consequences act={act} model={about} preview={preview} />
      </aside>
    </div>
  );
}
