"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Confirm } from "@/components/ui/confirm";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { notify } from "@/components/ui/toast";
import type { PersonView } from "@/lib/governance/registry/scorecard-view";
import { ReasonSheet } from "../../_components/reason-sheet";
import {
  cancelProposalAction,
  closeProposalAction,
  deferProposalAction,
  executeProposalAction,
  recuseMemberAction,
  withdrawProposalAction,
} from "../../actions";

type OnProposal = { reference: string };

export function CloseNow({ reference }: OnProposal) {
  const router = useRouter();
  const close = async () => {
    const result = await closeProposalAction({ reference });
    router.refresh();
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    notify.done({ title: "Voting is closed", detail: result.value.why ?? undefined });
    return null;
  };
  return (
    <Confirm
      trigger={<Button tone="primary">Close the vote now</Button>}
      title="Close the vote now?"
      consequence="Everybody entitled has voted. No vote can be changed afterwards, and the result takes effect at once."
      act="Close the vote"
      onConfirm={close}
    />
  );
}

/** Carries a decision out again, or a reversal, after what stood in its way was put right (VOT-12, VOT-146). */
export function Execute({ reference, isReversal = false }: OnProposal & { isReversal?: boolean }) {
  const router = useRouter();
  const execute = async () => {
    const result = await executeProposalAction({ reference });
    router.refresh();
    if (!result.ok) return [result.problem.detail, result.problem.hint].filter(Boolean).join(". ");
    const isDone = isReversal ? result.value.state !== "execution_failed" : result.value.state === "executed";
    notify.done({
      title: isDone ? "Carried out" : "It still cannot be carried out",
      detail: result.value.why ?? undefined,
    });
    return null;
  };
  if (isReversal) {
    return (
      <Confirm
        trigger={<Button>Reverse it now</Button>}
        title="Reverse the decision now?"
        consequence="What the chair did is undone where that is still possible. Where there is nothing left to bring back, the decision is recorded as reversed and nothing else changes."
        act="Reverse it"
        onConfirm={execute}
      />
    );
  }
  return (
    <Confirm
      trigger={<Button>Carry it out now</Button>}
      title="Carry out the decision now?"
      consequence="The decision stands either way. It takes effect at once where nothing stands in its way any more."
      act="Carry it out"
      onConfirm={execute}
    />
  );
}

export function Defer({ reference }: OnProposal) {
  return (
    <ReasonSheet
      button="Defer…"
      size="small"
      title="Defer this proposal?"
      consequence="Voting ends without a decision; votes cast are kept but decide nothing. A follow-up names what has to happen before the board is asked again."
      hint="Shown with the proposal and in the follow-up"
      verb="Defer"
      done="Deferred"
      run={(reason) => deferProposalAction({ reference, reason })}
    />
  );
}

export function Withdraw({ reference, isDraft }: OnProposal & { isDraft: boolean }) {
  return (
    <ReasonSheet
      button="Withdraw…"
      size="small"
      title={isDraft ? "Withdraw this draft?" : "Withdraw this proposal?"}
      consequence={
        isDraft
          ? "The draft is kept with your reason and can no longer be opened."
          : "Voting ends without a decision, and the subject can be changed and proposed again. Votes cast stay in the record."
      }
      hint="Shown with the proposal"
      verb="Withdraw"
      danger
      done="Withdrawn"
      run={(reason) => withdrawProposalAction({ reference, reason })}
    />
  );
}

/** Ends what no longer makes sense, whoever proposed it (VOT-191). */
export function Cancel({ reference, isDraft }: OnProposal & { isDraft: boolean }) {
  return (
    <ReasonSheet
      button="Cancel…"
      size="small"
      title={isDraft ? "Cancel this draft?" : "Cancel this proposal?"}
      consequence={
        isDraft
          ? "The draft is kept with your reason and can no longer be opened. Its proposer can draft it anew."
          : "Voting ends without a decision, and the subject can be changed and proposed again. Votes cast stay in the record. Everybody on the roll is told."
      }
      hint="Shown with the proposal"
      verb="Cancel it"
      danger
      done="Cancelled"
      run={(reason) => cancelProposalAction({ reference, reason })}
    />
  );
}

/** The chair takes back what the chair decided alone: it is reversed at once (VOT-143). */
export function TakeBack({ reference, undone }: OnProposal & { undone: string }) {
  return (
    <ReasonSheet
      button="Take it back…"
      size="small"
      title="Take your decision back?"
      consequence={`It is reversed at once: ${undone} The vote ends, and both stay on record with your reason.`}
      hint="Shown with the decision"
      verb="Take it back"
      danger
      done="Reversed"
      run={(reason) => withdrawProposalAction({ reference, reason })}
    />
  );
}

/** The chair rules on a conflict that others allege (BRD-5). */
export function RuleOnConflict({ reference, members }: OnProposal & { members: readonly PersonView[] }) {
  const [userId, setUserId] = useState(members[0]?.id ?? "");
  const chosen = members.find(({ id }) => id === userId) ?? members[0];
  return (
    <ReasonSheet
      button="Rule on a conflict…"
      size="small"
      title="Recuse a member?"
      consequence="The member leaves those who decide this proposal and is shown as recused, with your ruling. A vote already cast is withdrawn. This cannot be taken back."
      label="Your ruling"
      hint="What the conflict is and why it weighs; shown with the proposal"
      verb={chosen === undefined ? "Recuse" : `Recuse ${chosen.name}`}
      danger
      done="The member is recused"
      run={(reason) => recuseMemberAction({ reference, reason, userId: chosen?.id })}
    >
      <Field label="Member">
        <Select
          name="userId"
          value={chosen?.id ?? ""}
          onChange={(event) => setUserId(event.target.value)}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Field>
    </ReasonSheet>
  );
}
