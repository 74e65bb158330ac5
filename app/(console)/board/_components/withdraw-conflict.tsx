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
  isRuled,
}: {
  reference: string;
  conflictId: string;
  name: string;
  /** A ruling put it on record: it is lifted. */
  isRuled: boolean;
}) {
  const router = useRouter();
  const withdraw = async () => {
    const result = await withdrawConflictAction({ reference, conflictId });
    if (!result.ok) return result.problem.detail;
    notify.done({ title: isRuled ? "Conflict lifted" : "Conflict withdrawn", detail: "It stays on record." });
    router.refresh();
  };
  return (
    <Confirm
      trigger={<Button size="small">{isRuled ? "Lift" : "Withdraw"}</Button>}
      title={isRuled ? "Lift this conflict?" : "Withdraw this conflict?"}
      consequence={`${name} will no longer be recused because of it when a vote opens. Votes that are open keep their recusals, and what was ${isRuled ? "ruled" : "declared"} stays on record.`}
      act={isRuled ? "Lift the conflict" : "Withdraw the conflict"}
      onConfirm={withdraw}
    />
  );
}
