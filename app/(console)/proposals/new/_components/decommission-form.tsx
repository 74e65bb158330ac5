"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { MODEL_STATUS_LABELS } from "@/components/governance/labels";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { toModelTitle } from "@/lib/governance/registry/schema";
import type { ModelListItem } from "@/lib/governance/registry/view";
import { DEFAULT_VOTING_HOURS } from "@/lib/governance/voting/schema";
import { createProposalAction } from "../../actions";

type Candidate = Pick<ModelListItem, "reference" | "name" | "version" | "unit" | "status">;

const TITLE_CHARACTERS = 200;
const SHOWN_AT_FIELDS = ["title", "description", "votingHours", "payload.model", "payload.reason"];

const titleOf = (model: Candidate | undefined) =>
  model === undefined ? "" : [...`Decommission “${toModelTitle(model)}”`].slice(0, TITLE_CHARACTERS).join("");

/** Kept as a draft, or opened for voting at once. */
export function DecommissionForm({ models, chosen }: { models: readonly Candidate[]; chosen: string | null }) {
  const router = useRouter();
  const [reference, setReference] = useState(chosen ?? "");
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [isDraft, setDraft] = useState(true);
  const create = useAction(createProposalAction, {
    onDone: (created) => {
      notify.done({ title: created.state === "draft" ? "Draft kept" : "Open for voting" });
      router.push(paths.proposals.detail(created.reference));
    },
  });
  const title = ownTitle ?? titleOf(models.find((model) => model.reference === reference));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    const asDraft = pressed?.getAttribute("value") !== "open";
    setDraft(asDraft);
    const given = new FormData(event.currentTarget);
    const reason = String(given.get("description") ?? "");
    void create.run({
      kind: "decommission",
      title,
      description: reason,
      payload: { model: reference, reason },
      // An empty field travels as no number: the server answers with the field and the remedy.
      votingHours: given.get("votingHours") === "" ? Number.NaN : Number(given.get("votingHours")),
      isDraft: asDraft,
    });
  };
  const beside = create.problemBeside(...SHOWN_AT_FIELDS);
  return (
    <form onSubmit={submit} onInput={create.forget} className="max-w-read space-y-5" noValidate>
      <FormProblem problem={beside} />
      <Field
        label="Model"
        hint="Deprecated and suspended models can be decommissioned"
        error={create.errorOf("payload.model")}
      >
        <Select
          name="payload.model"
          placeholder="Choose a model"
          value={reference}
          onChange={(event) => setReference(event.target.value)}
          options={models.map((model) => ({
            value: model.reference,
            label: `${toModelTitle(model)} (${[MODEL_STATUS_LABELS[model.status].toLowerCase(), model.unit].filter(Boolean).join(", ")})`,
          }))}
        />
      </Field>
      <Field label="What the board is asked" error={create.errorOf("title")}>
        <Input
          name="title"
          value={title}
          maxLength={TITLE_CHARACTERS}
          onChange={(event) => setOwnTitle(event.target.value === "" ? null : event.target.value)}
          className="font-serif"
        />
      </Field>
      <Field
        label="Reason"
        hint="What replaces it, who still depends on it, and what happens to its data"
        error={create.errorOf("description") ?? create.errorOf("payload.reason")}
      >
        <Textarea name="description" rows={6} />
      </Field>
      <Field label="Hours to vote" hint="From its opening; 1 to 168 hours" error={create.errorOf("votingHours")}>
        <Input
          name="votingHours"
          type="number"
          inputMode="numeric"
          min={1}
          max={168}
          defaultValue={DEFAULT_VOTING_HOURS}
          className="md:w-28"
        />
      </Field>
      <div className="flex flex-wrap gap-2">
        <Button type="submit" name="act" value="open" tone="primary" pending={create.pending && !isDraft}>
          Open for voting
        </Button>
        <Button type="submit" name="act" value="draft" pending={create.pending && isDraft}>
          Keep as a draft
        </Button>
      </div>
    </form>
  );
}
