"use client";
import { useRouter } from "next/navigation";
import { ActionBar } from "@/components/layout/action-bar";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { notify } from "@/components/ui/toast";
import { formatHours } from "@/lib/format/duration";
import { openProposalAction } from "../../actions";

/** Puts a draft to the vote. */
export function OpenBar({
  reference,
  votingHours,
  ruleSentence,
}: {
  reference: string;
  votingHours: number;
  ruleSentence: string;
}) {
  const router = useRouter();
  const open = async () => {
    const result = await openProposalAction({ reference });
    router.refresh();
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    notify.done({ title: "Open for voting", detail: "The members entitled to vote are told." });
    return null;
  };
  return (
    <ActionBar label="This draft">
      <Confirm
        trigger={<Button tone="primary">Open for voting</Button>}
        title="Open for voting?"
        consequence={`Members, rule and text are fixed from now on; voting closes after ${formatHours(votingHours)}. ${ruleSentence}`}
        act="Open for voting"
        onConfirm={open}
      />
    </ActionBar>
  );
}
