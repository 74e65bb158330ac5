import { defineOperation } from "../../../db/operation.ts";
import { DecideAdvisedInput } from "../request.ts";
import { ProposalAnswer } from "../view.ts";

export const decideAdvised = defineOperation({
  name: "voting.decide_advised",
  summary: "Decide as chair after the board's advice",
  permission: "voting.decide_advised",
  effect: "write",
  input: DecideAdvisedInput,
  output: ProposalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
