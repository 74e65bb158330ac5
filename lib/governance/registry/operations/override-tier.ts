import { defineOperation } from "../../../db/operation.ts";
import { ModelSaved, OverrideTierInput } from "../view.ts";

export const overrideTier = defineOperation({
  name: "registry.override_tier",
  summary: "Set another tier: upward freely, downward by the chair with a reason",
  permission: "registry.assess_tier",
  effect: "write",
  input: OverrideTierInput,
  output: ModelSaved,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
