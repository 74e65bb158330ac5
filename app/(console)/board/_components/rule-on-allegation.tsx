"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import type { AllegationKind, AllegationView, RulingOutcome } from "@/lib/governance/voting/allegation-view";
import { ruleOnAllegationAction } from "../actions";

type Ruled = { reference: string; memberName: string; kind: AllegationKind } & Pick<AllegationView, "touches">;

/** What upholding does, said before it is done. */
function sayEffect({ kind, memberName, touches }: Ruled): string {
  const record = kind === "proposal" ? "" : "The conflict comes on record, for coming votes too. ";
  if (touches.length === 0) return `${record}No open vote is touched.`;
  return `${record}${memberName} leaves ${plural(touches.length, "open vote")} at once; a vote already cast is withdrawn.`;
}

export function RuleOnAllegation({ isAnswered, ...ruled }: Ruled & { isAnswered: boolean }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [ruling, setRuling] = useState<RulingOutcome | null>(null);
  const [reason, setReason] = useState("");
  const [isUnchosen, setUnchosen] = useState(false);
  const rule = useAction(ruleOnAllegationAction, {
    onDone: ({ recusedFrom }) => {
      setOpen(false);
      const stuck = recusedFrom.filter((each) => each.isInquorate).length;
      const detail = stuck === 0 ? undefined : `${plural(stuck, "vote")} can no longer be decided.`;
      notify.done({ title: ruling === "upheld" ? "Upheld" : "Dismissed", detail });
      router.refresh();
    },
    onRefused: () => router.refresh(),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setUnchosen(ruling === null);
    if (ruling !== null) void rule.run({ reference: ruled.reference, ruling, reason });
  };
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button tone="primary">Rule on it…</Button>}
      title="Rule on the alleged conflict"
      description={`A ruling is given once.${isAnswered ? "" : ` ${ruled.memberName} has not answered yet.`}`}
    >
      <form onSubmit={submit} onInput={rule.forget} className="space-y-4" noValidate>
        <FormProblem problem={rule.problemBeside("reason")} />
        <RadioGroup
          legend="Ruling"
          name="ruling"
          value={ruling ?? ""}
          onValueChange={(value) => setRuling(value === "upheld" ? "upheld" : "dismissed")}
          error={isUnchosen && ruling === null ? "Choose whether it is upheld or dismissed" : undefined}
          choices={[
            { value: "upheld", label: "Upheld: there is a conflict", hint: sayEffect(ruled) },
            { value: "dismissed", label: "Dismissed: there is none", hint: "Nothing changes; it stays on record." },
          ]}
        />
        <Field
          label="Reason"
          hint="Upheld, it is shown with every vote that the member leaves"
          error={rule.errorOf("reason")}
        >
          <Textarea name="reason" rows={4} value={reason} onChange={(event) => setReason(event.target.value)} />
        </Field>
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Not yet
          </Button>
          <Button type="submit" tone={ruling === "upheld" ? "danger" : "primary"} pending={rule.pending}>
            {ruling === "upheld" ? "Uphold it" : ruling === "dismissed" ? "Dismiss it" : "Rule"}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
