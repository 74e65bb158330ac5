"use client";
import { ActionBar } from "@/components/layout/action-bar";
import type { AdvisedDecision, ProposalStatus } from "@/lib/governance/voting/schema";
import { ReasonSheet } from "../../_components/reason-sheet";
import { decideAdvisedAction } from "../../actions";

const ADVISED: Partial<Record<ProposalStatus, AdvisedDecision>> = { passed: "approved", rejected: "rejected" };
const SAID: Partial<Record<ProposalStatus, string>> = {
  passed: "The board advises to approve.",
  rejected: "The board advises against it.",
  no_quorum: "The board gave no advice: the vote had no quorum.",
};

/** The chair's decision once the board's advice is in (REG-6). */
export function ChairBar({ reference, advice }: { reference: string; advice: ProposalStatus }) {
  return (
    <ActionBar label="Decide on the board’s advice">
      <Decide reference={reference} advice={advice} decision="approved" />
      <Decide reference={reference} advice={advice} decision="rejected" />
    </ActionBar>
  );
}

function Decide({
  reference,
  advice,
  decision,
}: {
  reference: string;
  advice: ProposalStatus;
  decision: AdvisedDecision;
}) {
  const follows = ADVISED[advice] === decision;
  const isApproval = decision === "approved";
  return (
    <ReasonSheet
      button={isApproval ? "Approve" : "Reject"}
      tone={follows ? "primary" : "secondary"}
      title={isApproval ? "Approve as chair?" : "Reject as chair?"}
      consequence={`${SAID[advice] ?? ""} ${follows ? "You follow it." : "Say why you decide this way: the reason is kept with the decision."}`}
      optional={follows}
      hint="Shown with the decision"
      verb={isApproval ? "Approve" : "Reject"}
      danger={!isApproval}
      done={isApproval ? "Approved" : "Rejected"}
      run={(reason) => decideAdvisedAction({ reference, decision, reason })}
    />
  );
}
