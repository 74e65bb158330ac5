import { defineOperation } from "../../../db/operation.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const closeProposal = defineOperation({
  name: "voting.close_proposal",
  summary: "Close a vote early, once everybody entitled has cast",
  permission: "voting.close",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
