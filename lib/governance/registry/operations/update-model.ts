import { defineOperation } from "../../../db/operation.ts";
import { ModelSaved, UpdateModelInput } from "../view.ts";

export const updateModel = defineOperation({
  name: "registry.update_model",
  summary: "Change a model's facts",
  permission: "registry.edit",
  effect: "write",
  input: UpdateModelInput,
  output: ModelSaved,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
