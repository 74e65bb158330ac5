import { defineOperation } from "../../../db/operation.ts";
import { CreateProposalInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const createProposal = defineOperation({
  name: "voting.create_proposal",
  summary: "Propose a board decision, as a draft or opened at once",
  permission: "voting.propose",
  effect: "write",
  input: CreateProposalInput,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
