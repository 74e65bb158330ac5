import { defineOperation } from "../../../db/operation.ts";
import { ProposalReference } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const openProposal = defineOperation({
  name: "voting.open_proposal",
  summary: "Open a draft for voting: freeze electorate, rule, subject and deadline",
  permission: "voting.open",
  effect: "write",
  input: ProposalReference,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
