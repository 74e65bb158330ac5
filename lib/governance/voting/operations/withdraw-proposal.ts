import { defineOperation } from "../../../db/operation.ts";
import { actOnVote } from "../act-store.ts";
import { ActOnProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const withdrawProposal = defineOperation({
  name: "voting.withdraw_proposal",
  summary: "Withdraw a draft or an open proposal",
  permission: "voting.withdraw",
  effect: "write",
  input: ActOnProposalInput,
  output: ProposalAnswer,
  run: ({ input, actor, now, tx }) => actOnVote(tx, { ...input, act: "withdraw", actor, now }),
});
