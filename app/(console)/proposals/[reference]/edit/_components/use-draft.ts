// What is typed into the form of a draft; it stays until the server has taken it.
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { KindView } from "@/lib/governance/voting/kind-view";
import type { DraftView } from "@/lib/governance/voting/view";
import { editDraftAction } from "../../../actions";
import { type TypedCondition, toConditions } from "../../../new/_components/conditions-editor";
import type { FormOptions, Values } from "../../../new/_components/form-values";
import { toEdit, toOwnWords, toValues } from "./draft-values";

type Begun = {
  readonly draft: DraftView;
  readonly kind: KindView;
  readonly options: FormOptions;
  readonly chosen: Values;
};

export function useDraft({ draft, kind, options, chosen }: Begun) {
  const router = useRouter();
  const [values, setValues] = useState<Values>(() => toValues(draft, kind.fields, options, chosen));
  const [title, setTitle] = useState(draft.title);
  const [description, setDescription] = useState(() => toOwnWords(draft, kind.fields));
  const [hours, setHours] = useState(String(draft.votingHours));
  const [conditions, setConditions] = useState<readonly TypedCondition[]>(() =>
    // New rows count up from one.
    draft.conditions.map(({ text, dueInDays }, index) => ({ key: -index, text, days: String(dueInDays) })),
  );
  const edit = useAction(editDraftAction, {
    onDone: () => {
      notify.done({ title: "Draft saved" });
      router.push(paths.proposals.detail(draft.reference));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const sent = toEdit(draft, kind.fields, { title, description, hours, values, options });
    void edit.run({ ...sent, ...(kind.takesConditions ? { conditions: toConditions(conditions) } : {}) });
  };
  const set = (change: Values) => setValues((before) => ({ ...before, ...change }));
  return {
    ...{ values, set, title, setTitle, description, setDescription, hours, setHours, conditions, setConditions },
    ...{ edit, submit },
  };
}
