import { defineOperation } from "../../../db/operation.ts";
import { ListProposalsInput } from "../request.ts";
import { ProposalList } from "../view.ts";

export const listProposals = defineOperation({
  name: "voting.list_proposals",
  summary: "Proposals, newest first; those open to voting by deadline",
  permission: "voting.read",
  effect: "read",
  input: ListProposalsInput,
  output: ProposalList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
