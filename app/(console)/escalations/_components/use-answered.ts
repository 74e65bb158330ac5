// A proposal that was begun from an escalation answers it: the link is made as soon as the proposal is there.
import { useSearchParams } from "next/navigation";
import { notify } from "@/components/ui/toast";
import { linkProposalAction } from "../actions";

export function useAnswered() {
  const escalation = useSearchParams().get("escalation") ?? "";
  return {
    escalation: escalation === "" ? null : escalation,
    link: async (proposal: string) => {
      if (escalation === "") return;
      const result = await linkProposalAction({ reference: escalation, proposal }).catch(() => null);
      if (result?.ok) return;
      const detail = result === null ? "Link it from the queue with c." : result.problem.detail;
      notify.refused({ title: `${proposal} is there, but not linked to ${escalation}`, detail });
    },
  };
}
