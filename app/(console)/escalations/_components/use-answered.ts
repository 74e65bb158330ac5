// A proposal that was begun from an escalation answers it: the link is made as soon as the proposal is there.
import { useRouter, useSearchParams } from "next/navigation";
import { notify } from "@/components/ui/toast";
import { linkProposalAction } from "../actions";
import { queueAddress } from "./queue-place";

export function useAnswered() {
  const router = useRouter();
  const escalation = useSearchParams().get("escalation") ?? "";
  return {
    escalation: escalation === "" ? null : escalation,
    link: async (proposal: string) => {
      if (escalation === "") return;
      const result = await linkProposalAction({ reference: escalation, proposal }).catch(() => null);
      if (result?.ok) {
        const title = `${escalation} is in hand, and linked to ${proposal}`;
        return void notify.done({
          title,
          undo: { label: "Back to the queue", onUndo: () => router.push(queueAddress()) },
        });
      }
      const detail = result === null ? "Link it from the queue with c." : result.problem.detail;
      notify.refused({ title: `${proposal} is there, but not linked to ${escalation}`, detail });
    },
  };
}
