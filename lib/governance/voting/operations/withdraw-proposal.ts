import { defineOperation } from "../../../db/operation.ts";
import { ActOnProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const withdrawProposal = defineOperation({
  name: "voting.withdraw_proposal",
  summary: "Withdraw a draft or an open proposal",
  permission: "voting.withdraw",
  effect: "write",
  input: ActOnProposalInput,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
