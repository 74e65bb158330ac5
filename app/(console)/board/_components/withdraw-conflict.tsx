"use client";
import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { notify } from "@/components/ui/toast";
import { withdrawConflictAction } from "../actions";

export function WithdrawConflict({
  reference,
  conflictId,
  name,
}: {
  reference: string;
  conflictId: string;
  name: string;
}) {
  const router = useRouter();
  const withdraw = async () => {
    const result = await withdrawConflictAction({ reference, conflictId });
    if (!result.ok) return result.problem.detail;
    notify.done({ title: "Conflict withdrawn", detail: "It stays on record." });
    router.refresh();
  };
  return (
    <Confirm
      trigger={<Button size="small">Withdraw</Button>}
      title="Withdraw this conflict?"
      consequence={`${name} will no longer be recused because of it when a proposal opens. Proposals that are open keep their recusals, and the declaration stays on record.`}
      act="Withdraw the conflict"
      onConfirm={withdraw}
    />
  );
}
