import { defineOperation } from "../../../db/operation.ts";
import { loadScorecardView } from "../read-store.ts";
import { ScorecardView } from "../scorecard-view.ts";
import { loadModel } from "../store.ts";
import { ModelReference } from "../view.ts";

export const readEvaluation = defineOperation({
  name: "registry.read_evaluation",
  summary: "The scorecard draft with its evaluation and what submitting would lead to",
  permission: "registry.read",
  effect: "read",
  input: ModelReference,
  output: ScorecardView,
  async run({ input, tx }) {
    return loadScorecardView(tx, await loadModel(tx, input.reference));
  },
});
