import { defineOperation } from "../../../db/operation.ts";
import { ScorecardView } from "../scorecard-view.ts";
import { SaveScorecardInput } from "../view.ts";

export const saveScorecardDraft = defineOperation({
  name: "registry.save_scorecard_draft",
  summary: "Save the scorecard draft and see the score so far",
  permission: "registry.edit",
  effect: "write",
  input: SaveScorecardInput,
  output: ScorecardView,
  async run() {
    throw new Error("Signature only; the body follows");
  },
});
