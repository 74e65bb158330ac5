"use client";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Textarea } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { paths } from "@/lib/client/paths";
import { useAction } from "@/lib/client/use-action";
import type { ConflictKind } from "@/lib/governance/board/schema";
import { allegeConflictAction } from "../actions";
import { ConflictWithFields, type Seat, SeatField } from "./conflict-form-fields";

const FIELDS = ["reference", "model", "vendor", "proposal", "reason", "evidence"] as const;

/** Of another member: with a model or a vendor, or, given a proposal, for that one vote. */
export function AllegeConflict({ seats, proposal }: { seats: readonly Seat[]; proposal?: string }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button size="small">Allege a conflict…</Button>}
      title="Allege a conflict of interest"
      description={
        <>
          The member is told, may answer, and votes as before until the chair has ruled. The board, the advisor and
          auditors can read it, with your name.
          {proposal === undefined ? null : (
            <>
              {" "}
              It is about this vote alone; one with a model or a vendor is alleged on the{" "}
              <Link className="link" href={paths.board.overview()}>
                board’s page
              </Link>
              .
            </>
          )}
        </>
      }
    >
      <AllegeForm seats={seats} proposal={proposal} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function AllegeForm({
  seats,
  proposal,
  onDone,
}: {
  seats: readonly Seat[];
  proposal: string | undefined;
  onDone: () => void;
}) {
  const router = useRouter();
  const [kind, setKind] = useState<ConflictKind>("model");
  const allege = useAction(allegeConflictAction, {
    onDone: ({ reference, ruler }) => {
      const detail = ruler === null ? "Nobody on the board may rule on it now." : `${ruler.name} rules on it.`;
      notify.done({ title: "Alleged: the member has been told", detail });
      onDone();
      router.push(paths.board.allegation(reference));
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "");
    const words = { reference: text("reference"), reason: text("reason"), evidence: text("evidence") };
    if (proposal !== undefined) void allege.run({ ...words, kind: "proposal", proposal });
    else if (kind === "model") void allege.run({ ...words, kind, model: text("model") });
    else void allege.run({ ...words, kind, vendor: text("vendor") });
  };
  return (
    <form onSubmit={submit} onInput={allege.forget} className="space-y-4" noValidate>
      <FormProblem problem={allege.problemBeside(...FIELDS)} />
      <SeatField seats={seats} errorOf={allege.errorOf} />
      {proposal === undefined ? <ConflictWithFields kind={kind} onKind={setKind} errorOf={allege.errorOf} /> : null}
      <Field label="What the conflict is" error={allege.errorOf("reason")}>
        <Textarea name="reason" rows={3} />
      </Field>
      <Field label="Evidence" hint="What it rests on, so that others can check it" error={allege.errorOf("evidence")}>
        <Textarea name="evidence" rows={3} />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" tone="primary" pending={allege.pending}>
          Allege the conflict
        </Button>
      </div>
    </form>
  );
}
