import { defineOperation } from "../../../db/operation.ts";
import { closeVote } from "../closing-store.ts";
import { lockProposal } from "../proposal-store.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const closeProposal = defineOperation({
  name: "voting.close_proposal",
  summary: "Close a vote early, once everybody entitled has cast",
  permission: "voting.close",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run({ input, actor, now, tx }) {
    const proposal = await lockProposal(tx, input.reference, actor);
    return closeVote(tx, { proposal, actor, now });
  },
});
