import { defineOperation } from "../../../db/operation.ts";
import { ScorecardView } from "../scorecard-view.ts";
import { ModelReference } from "../view.ts";

export const readEvaluation = defineOperation({
  name: "registry.read_evaluation",
  summary: "The scorecard draft with its evaluation and what submitting would lead to",
  permission: "registry.read",
  effect: "read",
  input: ModelReference,
  output: ScorecardView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
