import { defineOperation } from "../../../db/operation.ts";
import { ResultView } from "../proposal-view.ts";
import { ProposalReference } from "../request.ts";

export const readResult = defineOperation({
  name: "voting.read_result",
  summary: "The result of a proposal, or how it stands, and why",
  permission: "voting.read",
  effect: "read",
  input: ProposalReference,
  output: ResultView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
