import { defineOperation } from "../../../db/operation.ts";
import { TransitionDone, TransitionModelInput } from "../view.ts";

export const transitionModel = defineOperation({
  name: "registry.transition_model",
  summary: "Change the status of a model",
  permission: "registry.transition",
  effect: "write",
  input: TransitionModelInput,
  output: TransitionDone,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
