import { defineOperation } from "../../../db/operation.ts";
import { RecuseMemberInput } from "../request.ts";
import { RecusalAnswer } from "../view.ts";

export const recuseMember = defineOperation({
  name: "voting.recuse_member",
  summary: "Stand aside from a proposal, or rule as chair that a member stands aside",
  permission: "voting.recuse",
  effect: "write",
  input: RecuseMemberInput,
  output: RecusalAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
