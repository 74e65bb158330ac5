import { defineOperation } from "../../../db/operation.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const closeDueProposal = defineOperation({
  name: "voting.close_due_proposal",
  summary: "Close a vote whose deadline has come",
  permission: "system.run",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
