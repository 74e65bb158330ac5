"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { BOARD_ROLE_LABELS } from "@/components/governance/board-labels";
import { Button } from "@/components/ui/button";
import { RadioGroup } from "@/components/ui/choice";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input, Textarea } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { ConflictKind, MemberView } from "@/lib/governance/board/schema";
import { declareConflictAction } from "../actions";
import { ModelField } from "./model-field";

type Seat = Pick<MemberView, "reference" | "name" | "role">;

/** On oneself; an admin chooses whose. */
export function DeclareConflict({ seats, ownReference }: { seats: readonly Seat[]; ownReference: string | null }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Declare a conflict</Button>}
      title="Declare a conflict of interest"
      description="From then on the member is recused whenever a proposal about it opens. The reason is shown to everybody who sees the board."
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
    onDone: () => {
      notify.done({ title: "Conflict declared" });
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
  const beside = declare.problemBeside("reference", "model", "vendor", "reason");
  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <FormProblem problem={beside} />
      {seats.length === 1 ? (
        <input type="hidden" name="reference" value={seats[0]?.reference} />
      ) : (
        <Field label="Member" error={declare.errorOf("reference")}>
          <Select
            name="reference"
            defaultValue={ownReference ?? seats[0]?.reference}
            options={seats.map((seat) => ({
              value: seat.reference,
              label: `${seat.name}, ${BOARD_ROLE_LABELS[seat.role].toLowerCase()}`,
            }))}
          />
        </Field>
      )}
      <RadioGroup
        legend="Conflict with"
        name="kind"
        inline
        value={kind}
        onValueChange={(value) => setKind(value === "vendor" ? "vendor" : "model")}
        choices={[
          { value: "model", label: "A model" },
          { value: "vendor", label: "A vendor" },
        ]}
      />
      {kind === "model" ? (
        <ModelField error={declare.errorOf("model")} />
      ) : (
        <Field label="Vendor" hint="As it is named in the registry" error={declare.errorOf("vendor")}>
          <Input name="vendor" autoComplete="off" />
        </Field>
      )}
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
