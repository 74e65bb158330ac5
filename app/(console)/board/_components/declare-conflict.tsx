"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import { plural } from "@/lib/format/words";
import type { ConflictKind } from "@/lib/governance/board/schema";
import { declareConflictAction } from "../actions";
import { ConflictWithFields, type Seat, SeatField } from "./conflict-form-fields";

/** On oneself; an admin chooses whose. */
export function DeclareConflict({ seats, ownReference }: { seats: readonly Seat[]; ownReference: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Declare a conflict</Button>}
      title="Declare a conflict of interest"
      description="The member is recused at once from every open vote about it, a vote already cast is withdrawn, and so it is for coming votes. The reason is shown to everybody who sees the board."
    >
      <ConflictForm seats={seats} ownReference={ownReference} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function ConflictForm({
  seats,
  ownReference,
  onDone,
}: {
  seats: readonly Seat[];
  ownReference: string | null;
  onDone: () => void;
}) {
  const router = useRouter();
  const [kind, setKind] = useState<ConflictKind>("model");
  const declare = useAction(declareConflictAction, {
    onDone: ({ recusedFrom }) => {
      const left = recusedFrom.length;
      const detail = left === 0 ? undefined : `Recused from ${plural(left, "open vote")} at once.`;
      notify.done({ title: "Conflict declared", detail });
      router.refresh();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    const about = { reference: text("reference"), reason: text("reason") };
    void declare.run(
      kind === "model" ? { ...about, kind, model: text("model") } : { ...about, kind, vendor: text("vendor") },
    );
  };
  return (
    <form onSubmit={submit} onInput={declare.forget} className="space-y-4" noValidate>
      <FormProblem problem={declare.problemBeside("reference", "model", "vendor", "reason")} />
      <SeatField seats={seats} initial={ownReference ?? undefined} errorOf={declare.errorOf} />
      <ConflictWithFields kind={kind} onKind={setKind} errorOf={declare.errorOf} />
      <Field label="Reason" error={declare.errorOf("reason")}>
        <Textarea name="reason" rows={3} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" tone="primary" pending={declare.pending}>
          Declare the conflict
        </Button>
      </div>
    </form>
  );
}
