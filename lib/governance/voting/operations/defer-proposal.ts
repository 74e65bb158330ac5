import { defineOperation } from "../../../db/operation.ts";
import { actOnVote } from "../act-store.ts";
import { ActOnProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const deferProposal = defineOperation({
  name: "voting.defer_proposal",
  summary: "Defer an open proposal as chair",
  permission: "voting.defer",
  effect: "write",
  input: ActOnProposalInput,
  output: ProposalAnswer,
  run: ({ input, actor, now, tx }) => actOnVote(tx, { ...input, act: "defer", actor, now }),
});
