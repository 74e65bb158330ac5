"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field, FormProblem } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { MemberView } from "@/lib/governance/board/schema";
import { updateMemberAction } from "../actions";
import { splitExpertise } from "./expertise";

export function EditMember({ member }: { member: MemberView }) {
  const [open, setOpen] = useState(false);
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={<Button>Change</Button>}
      title={`Change the seat of ${member.name}`}
      description="A longer term must not run into that of a successor."
    >
      <EditForm member={member} onDone={() => setOpen(false)} />
    </Dialog>
  );
}

function EditForm({ member, onDone }: { member: MemberView; onDone: () => void }) {
  const router = useRouter();
  const update = useAction(updateMemberAction, {
    onDone: () => {
      notify.done({ title: "Seat changed" });
      router.refresh();
      onDone();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const given = new FormData(event.currentTarget);
    const text = (name: string) => String(given.get(name) ?? "").trim();
    void update.run({
      reference: member.reference,
      department: text("department"),
      expertise: splitExpertise(text("expertise")),
      termEndOn: text("termEndOn"),
    });
  };
  const beside = update.problemBeside("department", "expertise", "termEndOn");
  return (
    <form onSubmit={submit} className="space-y-4" noValidate>
      <FormProblem problem={beside} />
      <Field label="Term ends" hint="First day out of office" error={update.errorOf("termEndOn")}>
        <Input name="termEndOn" type="date" defaultValue={member.termEndOn} />
      </Field>
      <Field label="Department" optional error={update.errorOf("department")}>
        <Input name="department" defaultValue={member.department} autoComplete="off" />
      </Field>
      <Field label="Expertise" optional hint="Separate several with commas" error={update.errorOf("expertise")}>
        <Input name="expertise" defaultValue={member.expertise.join(", ")} autoComplete="off" />
      </Field>
      <div className="flex justify-end">
        <Button type="submit" tone="primary" pending={update.pending}>
          Save the change
        </Button>
      </div>
    </form>
  );
}
