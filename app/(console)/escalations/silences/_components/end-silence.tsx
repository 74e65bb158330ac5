"use client";
import { useRouter } from "next/navigation";
import { ReasonDialog } from "@/components/governance/reason-dialog";
import { notify } from "@/components/ui/toast";
import { plural } from "@/lib/format/words";
import { endSilenceAction } from "../../actions";

export function EndSilence({ reference, holds }: { reference: string; holds: number }) {
  const router = useRouter();
  return (
    <ReasonDialog
      button="End it…"
      size="small"
      title="End this silence now?"
      consequence={
        holds === 0
          ? "It holds nothing at the moment; what comes next is told as usual."
          : `The ${plural(holds, "escalation")} that it holds ${holds === 1 ? "comes" : "come"} back, with the budget of today.`
      }
      verb="End the silence"
      hint="Kept with the silence"
      run={(reason) => endSilenceAction({ reference, reason })}
      onDone={({ released }) => {
        notify.done({ title: `${reference} has ended`, detail: `${plural(released, "escalation")} coming back.` });
        router.refresh();
      }}
    />
  );
}
