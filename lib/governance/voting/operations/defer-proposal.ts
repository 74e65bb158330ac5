import { defineOperation } from "../../../db/operation.ts";
import { ActOnProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const deferProposal = defineOperation({
  name: "voting.defer_proposal",
  summary: "Defer an open proposal as chair",
  permission: "voting.defer",
  effect: "write",
  input: ActOnProposalInput,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
