"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/field";
import { notify } from "@/components/ui/toast";
import { useAction } from "@/lib/client/use-action";
import type { GrantedRole } from "@/lib/governance/kernel/permission";
import { RoleChoices, readRoles } from "../../_components/role-choices";
import { changeGrantedRolesAction } from "../../actions";
import type { Subject } from "./act-line";

export function ChangeRoles({ person, granted }: { person: Subject; granted: readonly GrantedRole[] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const change = useAction(changeGrantedRolesAction, {
    onDone: () => {
      notify.done({ title: "Roles changed" });
      setOpen(false);
      router.refresh();
    },
  });
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    void change.run({ personId: person.id, grantedRoles: readRoles(new FormData(event.currentTarget)) });
  };
  const beside = change.problemBeside("grantedRoles");
  return (
    <Dialog
      open={open}
      onOpenChange={(next) => {
        change.clear();
        setOpen(next);
      }}
      trigger={<Button tone="primary">Change roles</Button>}
      title={`Roles of ${person.name}`}
      description="They take effect at once, in open sessions too."
    >
      <form onSubmit={submit} className="space-y-4">
        <FormProblem problem={beside} />
        <RoleChoices granted={granted} error={change.errorOf("grantedRoles")} />
        <div className="flex flex-wrap justify-end gap-2">
          <Button tone="quiet" onClick={() => setOpen(false)}>
            Keep as it is
          </Button>
          <Button type="submit" tone="primary" pending={change.pending}>
            Change roles
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
