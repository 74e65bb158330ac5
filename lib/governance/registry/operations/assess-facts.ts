// The tier that answers would give, with its reasons, before anything is saved (REG-9).
import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { Tier, TierFacts } from "../schema.ts";
import { ReasonView } from "../scorecard-view.ts";
import { assessTier, TIERS, UNKNOWN_FACTS } from "../tier.ts";

export const assessFacts = defineOperation({
  name: "registry.assess_facts",
  summary: "The tier that facts give, with the reasons; nothing is saved",
  permission: "registry.read",
  effect: "read",
  input: z.strictObject({ facts: TierFacts.partial() }),
  output: z.strictObject({
    tier: Tier,
    reasons: z.array(ReasonView).readonly(),
    reviewEveryDays: z.int(),
    boardInvolvement: z.enum(["report_only", "advisory", "approval_required", "direct_oversight"]),
  }),
  async run({ input }) {
    const { outcome: tier, reasons } = assessTier({ ...UNKNOWN_FACTS, ...input.facts });
    const { reviewEveryDays, boardInvolvement } = TIERS[tier];
    return { tier, reasons, reviewEveryDays, boardInvolvement };
  },
});
