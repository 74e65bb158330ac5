// Answers "what was typed, and what becomes of it?" for the form of any kind: it keeps everything until the server has taken it.
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { KindView } from "@/lib/governance/voting/kind-view";
import { useAnswered } from "../../../escalations/_components/use-answered";
import { createProposalAction } from "../../actions";
import { type TypedCondition, toConditions } from "./conditions-editor";
import { type FormOptions, findMissing, textOf, toPayload, toTitle, type Values } from "./form-values";

export type ProposalDesk = ReturnType<typeof useProposal>;

export function useProposal(kind: KindView, options: FormOptions, chosen: Values) {
  const router = useRouter();
  const [values, setValues] = useState<Values>(chosen);
  const [ownTitle, setOwnTitle] = useState<string | null>(null);
  const [description, setDescription] = useState("");
  const [hours, setHours] = useState(String(kind.defaults.votingHours));
  const [conditions, setConditions] = useState<readonly TypedCondition[]>([]);
  const [missing, setMissing] = useState<Readonly<Record<string, string>>>({});
  const [isDraft, setDraft] = useState(false);
  const answered = useAnswered();
  const create = useAction(createProposalAction, {
    onDone: async (created) => {
      await answered.link(created.reference);
      notify.done({ title: created.state === "draft" ? "Draft kept" : "Open for voting" });
      router.push(paths.proposals.detail(created.reference));
    },
  });
  const title = ownTitle ?? toTitle(kind.title, kind.fields, values, options);
  const grounds = textOf(values, "reason");
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const pressed = (event.nativeEvent as SubmitEvent).submitter;
    const asDraft = pressed?.getAttribute("value") === "draft";
    setDraft(asDraft);
    const absent = findMissing(kind.fields, values);
    setMissing(absent);
    if (Object.keys(absent).length > 0) {
      const form = event.currentTarget;
      // After the fields have been told: the first one at fault comes into view.
      requestAnimationFrame(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
      return;
    }
    void create.run({
      kind: kind.kind,
      title,
      description: description.trim() === "" ? grounds : description,
      payload: toPayload(kind.fields, values, options),
      // What is no number travels as none: the server answers with the field and the remedy.
      votingHours: hours.trim() === "" ? Number.NaN : Number(hours),
      ...(kind.takesConditions ? { conditions: toConditions(conditions) } : {}),
      isDraft: asDraft,
    });
  };
  const set = (change: Values) => {
    setValues((before) => ({ ...before, ...change }));
    const touched = Object.keys(change).map((name) => `payload.${name}`);
    setMissing((before) => Object.fromEntries(Object.entries(before).filter(([path]) => !touched.includes(path))));
  };
  const errorOf = (path: string) => missing[path] ?? create.errorOf(path);
  return {
    ...{ values, set, title, setOwnTitle, description, setDescription, hours, setHours, conditions, setConditions },
    ...{ create, submit, errorOf, isDraft },
    isPending: create.pending,
    escalation: answered.escalation,
  };
}
