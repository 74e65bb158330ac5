import { defineOperation } from "../../../db/operation.ts";
import { ProposalView } from "../proposal-view.ts";
import { ProposalReference } from "../request.ts";

export const readProposal = defineOperation({
  name: "voting.read_proposal",
  summary: "One proposal with all that a decision on it needs",
  permission: "voting.read",
  effect: "read",
  input: ProposalReference,
  output: ProposalView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
