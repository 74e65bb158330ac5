"use client";
import { type FormEvent, useId, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { useAction } from "@/lib/client/use-action";
import { useFileChosenEarly } from "@/lib/client/use-file-chosen-early";
import { type EvidenceAnswer, MOST_EVIDENCE_CHARACTERS } from "@/lib/governance/audit/schema";
import { checkEvidenceAction } from "../actions";
import { EvidenceResult } from "./evidence-result";

/** Pasted or chosen as a file; what was given stays when it is refused. */
export function EvidenceForm({ linked }: { linked: boolean }) {
  const [text, setText] = useState("");
  const [fileProblem, setFileProblem] = useState<string | null>(null);
  const [answer, setAnswer] = useState<EvidenceAnswer | null>(null);
  const fileId = useId();
  const fileInput = useRef<HTMLInputElement>(null);
  const check = useAction(checkEvidenceAction, { onDone: setAnswer, onRefused: () => setAnswer(null) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void check.run({ evidence: text });
  };
  const change = (next: string) => {
    setText(next);
    setAnswer(null);
    check.clear();
  };
  const take = async (file: File | undefined) => {
    setFileProblem(null);
    if (file === undefined) return;
    if (file.size > MOST_EVIDENCE_CHARACTERS) setFileProblem(`${file.name} is larger than any receipt`);
    else change(await file.text());
  };
  useFileChosenEarly(fileInput, (file) => void take(file));
  const problem = check.problemBeside("evidence");
  return (
    <>
      <form onSubmit={submit} className="max-w-[44rem] space-y-4" noValidate>
        <FormProblem problem={problem} />
        <Field
          label="Receipt or checkpoint"
          hint="The file you got after voting, from an entry’s page, or a checkpoint; whole, as it was"
          error={fileProblem ?? check.errorOf("evidence")}
        >
          <Textarea
            name="evidence"
            rows={8}
            value={text}
            onChange={(event) => change(event.target.value)}
            spellCheck={false}
            autoComplete="off"
            className="max-h-96 font-mono text-xs md:text-xs"
          />
        </Field>
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          <Button type="submit" tone="primary" pending={check.pending}>
            Check it
          </Button>
          <label htmlFor={fileId} className="text-sm text-ink-muted">
            or choose the file
          </label>
          <input
            ref={fileInput}
            id={fileId}
            type="file"
            accept=".json,.txt,application/json,text/plain"
            onChange={(event) => void take(event.target.files?.[0])}
            className="max-w-full text-sm text-ink-muted file:mr-3 file:h-8 file:rounded-md file:border file:border-line-strong file:bg-raised file:px-2.5 file:text-sm file:font-medium file:text-ink"
          />
        </div>
      </form>
      <div aria-live="polite">{answer === null ? null : <EvidenceResult answer={answer} linked={linked} />}</div>
    </>
  );
}
