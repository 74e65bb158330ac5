import { defineOperation } from "../../../db/operation.ts";
import { actOnVote } from "../act-store.ts";
import { ActOnProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const cancelProposal = defineOperation({
  name: "voting.cancel_proposal",
  summary: "Cancel a draft or an open proposal that no longer makes sense",
  permission: "voting.cancel",
  effect: "write",
  input: ActOnProposalInput,
  output: ProposalAnswer,
  run: ({ input, actor, now, tx }) => actOnVote(tx, { ...input, act: "cancel", actor, now }),
});
