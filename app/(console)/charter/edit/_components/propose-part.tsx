"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { CharterDifference } from "@/components/governance/charter-difference";
import { CHARTER_SECTION_LABELS } from "@/components/governance/charter-labels";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Section } from "@/components/ui/section";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import { discardCharterDraftAction, proposeAmendmentAction } from "../../actions";
import { PROPOSE_ID } from "./desk-bar";
import type { CharterDesk } from "./use-charter-draft";

const UNSAVED = {
  title: "Something is not saved yet",
  detail: "Look at the sections above, then propose again",
  hint: null,
};

/** The difference as a whole, what still stands in the way, and the act: put it to the vote. */
export function ProposePart({ desk }: { desk: CharterDesk }) {
  const { view } = desk;
  return (
    <Section id={PROPOSE_ID} title={`Version ${view.label} and this draft side by side`}>
      <CharterDifference differences={view.differences} before={`Version ${view.label}, in force`} after="This draft" />
      <Obstacles desk={desk} />
      {view.isChanged ? (
        <>
          <ProposeForm desk={desk} />
          <Discard desk={desk} />
        </>
      ) : null}
    </Section>
  );
}

function Obstacles({ desk }: { desk: CharterDesk }) {
  const { problems } = desk.view;
  if (problems.length === 0) return null;
  return (
    <div className="mt-4 text-sm">
      <p className="font-medium">{plural(problems.length, "thing stands", "things stand")} in the way:</p>
      <ul className="list-disc pl-5">
        {problems.map((one) => (
          <li key={`${one.section} ${one.path}`}>
            {CHARTER_SECTION_LABELS[one.section]}: {one.message}
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProposeForm({ desk }: { desk: CharterDesk }) {
  const router = useRouter();
  const [unsaved, setUnsaved] = useState(false);
  const propose = useAction(proposeAmendmentAction, {
    onDone: ({ reference }) => router.push(paths.proposals.detail(reference)),
  });
  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    const draftRevision = await desk.save();
    setUnsaved(draftRevision === null);
    if (draftRevision === null) return;
    const [title, summary, description] = ["title", "summary", "description"].map(text) as [string, string, string];
    const hours = text("votingHours").trim();
    const votingHours = hours === "" ? undefined : Number(hours);
    const why = description.trim() === "" ? {} : { description };
    await propose.run({ title, summary, ...why, votingHours, draftRevision });
  };
  const problem = propose.problemBeside("title", "summary", "description", "votingHours");
  return (
    <form className="mt-5 max-w-read space-y-4" onSubmit={(event) => void send(event)} onInput={propose.forget}>
      <Field label="Title" error={propose.errorOf("title")}>
        <Input
          name="title"
          required
          maxLength={200}
          defaultValue={`Amend the charter: version ${desk.view.nextLabel}`}
        />
      </Field>
      <Field
        label="What changes, in a sentence"
        hint="Kept as the description of the new version"
        error={propose.errorOf("summary")}
      >
        <Input name="summary" required maxLength={500} />
      </Field>
      <Field label="Why" optional error={propose.errorOf("description")}>
        <Textarea name="description" rows={4} />
      </Field>
      <Field
        label="Voting hours"
        hint="1 to 168; the organisation’s voting period when left empty"
        error={propose.errorOf("votingHours")}
      >
        <Input name="votingHours" inputMode="numeric" className="max-w-32" />
      </Field>
      <FormProblem problem={unsaved ? UNSAVED : null} />
      <FormProblem problem={problem} />
      <p className="text-sm text-ink-muted">
        The text is frozen as it is now, and the vote opens at once under version {desk.view.label}.
      </p>
      <Button type="submit" tone="primary" pending={propose.pending} disabled={desk.view.contentDigest === null}>
        Propose this amendment
      </Button>
    </form>
  );
}

function Discard({ desk }: { desk: CharterDesk }) {
  const discard = useAction(discardCharterDraftAction, { onDone: (view) => desk.look(view) });
  return (
    <div className="mt-6">
      <Confirm
        trigger={<Button tone="danger">Discard the draft…</Button>}
        title="Discard the whole draft?"
        consequence="Every section follows the version in force again, for everybody who works on it."
        act="Discard the draft"
        danger
        onConfirm={async () => {
          const result = await discard.run({ revision: desk.view.revision });
          return result === null || result.ok ? null : result.problem.detail;
        }}
      />
    </div>
  );
}
