import { defineOperation } from "../../../db/operation.ts";
import { ModelReference, ModelView } from "../view.ts";

export const readModel = defineOperation({
  name: "registry.read_model",
  summary: "Everything about one model, and what the caller may do with it",
  permission: "registry.read",
  effect: "read",
  input: ModelReference,
  output: ModelView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
