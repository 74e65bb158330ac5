import { defineOperation } from "../../../db/operation.ts";
import { NoInput } from "../request.ts";
import { VotingMetrics } from "../view.ts";

export const readMetrics = defineOperation({
  name: "voting.read_metrics",
  summary: "Figures on proposals and participation",
  permission: "voting.read",
  effect: "read",
  input: NoInput,
  output: VotingMetrics,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
