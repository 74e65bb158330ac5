import { defineOperation } from "../../../db/operation.ts";
import { SubmitModelInput } from "../request.ts";
import { SubmissionAnswer } from "../view.ts";

export const submitModel = defineOperation({
  name: "voting.submit_model",
  summary: "Submit a model: freeze its package and send it the way of its tier",
  permission: "registry.submit",
  effect: "write",
  input: SubmitModelInput,
  output: SubmissionAnswer,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
