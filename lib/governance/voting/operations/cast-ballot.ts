import { defineOperation } from "../../../db/operation.ts";
import { CastBallotInput } from "../request.ts";
import { BallotAnswer } from "../view.ts";

export const castBallot = defineOperation({
  name: "voting.cast_ballot",
  summary: "Cast or change one's ballot; answers with a receipt",
  permission: "voting.vote",
  effect: "write",
  input: CastBallotInput,
  output: BallotAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
