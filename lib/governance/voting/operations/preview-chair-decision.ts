import { defineOperation } from "../../../db/operation.ts";
import { toPersonId } from "../../notifications/person.ts";
import { loadModel } from "../../registry/store.ts";
import { findChairObjection } from "../chair-power-store.ts";
import { planOpening } from "../opening-store.ts";
import { describeOutlook, RATIFICATION_HOURS } from "../ratification.ts";
import { PreviewChairDecisionInput } from "../request.ts";
import { describeRule } from "../rule-sentence.ts";
import { ChairDecisionPreview } from "../view.ts";

export const previewChairDecision = defineOperation({
  name: "voting.preview_chair_decision",
  summary: "Whether the chair may decide that alone now, and what would become of it",
  permission: "voting.decide_as_chair",
  effect: "read",
  input: PreviewChairDecisionInput,
  output: ChairDecisionPreview,
  async run({ input, actor, now, tx }) {
    const chairUserId = toPersonId(actor);
    const { kind } = input;
    const model = input.model === undefined ? null : await loadModel(tx, input.model);
    const at = await now();
    const objection = await findChairObjection(tx, { kind, model, chairUserId, at });
    const proposal = { kind, isBinding: true, proposerUserId: chairUserId };
    const { rule, tally } = await planOpening(tx, { proposal, model, reading: { isRatification: true } }, at);
    const { canBeRatified, entitled, sentence } = describeOutlook(rule, describeRule(rule, tally), tally);
    return {
      objection: objection === null ? null : { title: objection.title, detail: objection.detail, hint: objection.hint },
      ...{ canBeRatified, entitled, outlook: sentence, hours: RATIFICATION_HOURS },
    };
  },
});
