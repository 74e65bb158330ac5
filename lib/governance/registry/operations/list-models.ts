import { defineOperation } from "../../../db/operation.ts";
import { ListModelsInput, ModelList } from "../view.ts";

export const listModels = defineOperation({
  name: "registry.list_models",
  summary: "List models, filtered and sorted",
  permission: "registry.read",
  effect: "read",
  input: ListModelsInput,
  output: ModelList,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
