"use client";
import { useRouter } from "next/navigation";
import { ReasonDialog } from "@/components/governance/reason-dialog";
import { notify } from "@/components/ui/toast";
import { revokeGrantAction } from "../../actions";

/** The chair ends it before its day; a board that wants it back decides anew. */
export function Revoke({ reference, what }: { reference: string; what: string }) {
  const router = useRouter();
  return (
    <ReasonDialog
      button="End it now"
      title={`End this ${what} now?`}
      consequence="From this moment it is no longer in force. Proposer and owner are told; to let it stand again the board decides anew."
      verb="End it now"
      danger
      hint="Kept with it, and told to proposer and owner"
      run={(reason) => revokeGrantAction({ reference, reason })}
      onDone={() => {
        notify.done({ title: "Ended" });
        router.refresh();
      }}
    />
  );
}
