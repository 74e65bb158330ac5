import { z } from "zod";
import { defineOperation } from "../../../db/operation.ts";
import { RulesView } from "../rules.ts";
import { loadRules } from "../rules-store.ts";

export const readRules = defineOperation({
  name: "escalations.read_rules",
  summary: "What is set for escalations: key stages, exempt categories, hours of briefing and digests",
  permission: "escalations.read",
  effect: "read",
  input: z.strictObject({}),
  output: RulesView,
  async run({ tx }) {
    const { rules, revision, updatedAt } = await loadRules(tx);
    return { ...rules, revision, updatedAt: updatedAt?.toISOString() ?? null };
  },
});
