import { defineOperation } from "../../../db/operation.ts";
import { closeVote } from "../closing-store.ts";
import { findDecision } from "../decision-store.ts";
import { isAwaitingChair } from "../outcome.ts";
import { lockProposal, type StoredProposal, toRecord } from "../proposal-store.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

/** Any number of sweeps may ask for the same proposal: one closes it, the others find it closed. */
export const closeDueProposal = defineOperation({
  name: "voting.close_due_proposal",
  summary: "Close a vote whose deadline has come",
  permission: "system.run",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposal = await lockProposal(tx, input.reference, actor);
    if (proposal.closedAt === null && proposal.act === null) {
      return closeVote(tx, { proposal, actor, now });
    }
    tx.unchanged();
    const decision = await findDecision(tx, proposal.id);
    return { ...toStanding(proposal), decision: decision?.reference ?? null };
  },
});

function toStanding(proposal: StoredProposal) {
  const { reference, status: state, outcome, result } = proposal;
  return {
    reference,
    state,
    outcome,
    isAwaitingChair: isAwaitingChair(toRecord(proposal), state, result?.tally ?? null),
    deadlineAt: proposal.deadlineAt?.toISOString() ?? null,
    why: result?.why.sentence ?? null,
  };
}
