import { defineOperation } from "../../../db/operation.ts";
import { loadGround } from "../ground-store.ts";
import { takeIn } from "../intake.ts";
import { findOpenEqual } from "../read-store.ts";
import { toReasonView } from "../reason-facts.ts";
import { refuse } from "../refusals.ts";
import { RaiseInput } from "../schema.ts";
import { assessSeverity } from "../severity.ts";
import { SEVERITIES } from "../severity-scale.ts";
import { runStages } from "../stage-run.ts";
import { RaisePreview } from "../view.ts";

const REFERENCE = "ESC-00000000";

export const previewEscalation = defineOperation({
  name: "escalations.preview_escalation",
  summary: "What raising this would mean: severity with its parts, channel, deadline, and what it would join",
  permission: "escalations.raise",
  effect: "read",
  input: RaiseInput,
  output: RaisePreview,
  async run({ input, tx }) {
    const ground = await loadGround(tx, [input]);
    const taken = takeIn([{ index: 0, reference: REFERENCE, raise: input }], ground);
    const [refused] = taken.refused;
    const folded = runStages(taken.kept, ground, { from: "severity", to: "dedupe" }).kept;
    const placed = runStages(folded, ground, { from: "hold" });
    const [item] = [...placed.kept, ...placed.held];
    if (item === undefined || refused !== undefined) {
      const what = refused?.path === "modelRef" ? "model" : "venture";
      throw refuse("escalations.unknown_subject", { what, reference: input.modelRef ?? input.ventureRef ?? "" });
    }
    const { trigger, impactCents, deadlineMinutes, stage, category, severity, score, parts, channel, heldBy } = item;
    const facts = {
      trigger,
      impactCents,
      deadlineMinutes,
      stage,
      category,
      given: null,
      keyStages: ground.rules.keyStages,
    };
    const path = ground.paths[severity];
    return {
      ...{ severity, severityScore: score, trigger, channel },
      computed: assessSeverity(facts).computed,
      parts: parts.map(toReasonView),
      respondWithinHours: path.respondWithinHours,
      needsReview: SEVERITIES[severity].needsReview,
      notifies: [...(path.steps[0] ?? [])],
      joins: await findOpenEqual(tx, item.fingerprint, ground.at),
      heldBy: heldBy === null ? null : { by: heldBy.by, reference: heldBy.reference },
    };
  },
});
