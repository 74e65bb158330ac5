import { defineOperation } from "../../../db/operation.ts";
import { ModelRegistration } from "../schema.ts";
import { ModelSaved } from "../view.ts";

export const registerModel = defineOperation({
  name: "registry.register_model",
  summary: "Register a model; its tier is assessed from its facts",
  permission: "registry.register",
  effect: "write",
  input: ModelRegistration,
  output: ModelSaved,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
