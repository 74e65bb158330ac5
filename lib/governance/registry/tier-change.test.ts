import { describe, expect, it } from "vitest";
import { Tier } from "./schema.ts";
import { isHigherTier } from "./tier.ts";
import { deriveTier, type TierOverride } from "./tier-change.ts";

const set = (tier: Tier, assessed: Tier): TierOverride => ({
  tier,
  assessed,
  reason: "As agreed",
  by: null,
  at: "2026-11-20T09:00:00.000Z",
});

describe("a tier that a person set", () => {
  it.each([
    ["nobody set one", "tier_2_medium", null, "tier_2_medium"],
    ["raised, facts below it", "tier_2_medium", set("tier_3_high", "tier_1_low"), "tier_3_high"],
    ["raised, facts reach it", "tier_3_high", set("tier_3_high", "tier_1_low"), "tier_3_high"],
    ["raised, facts pass it", "tier_4_critical", set("tier_3_high", "tier_1_low"), "tier_4_critical"],
    ["lowered, facts as they were", "tier_4_critical", set("tier_2_medium", "tier_4_critical"), "tier_2_medium"],
    ["lowered, facts in between", "tier_3_high", set("tier_2_medium", "tier_4_critical"), "tier_2_medium"],
    ["lowered, facts give more", "tier_4_critical", set("tier_2_medium", "tier_3_high"), "tier_4_critical"],
    ["lowered, facts give as little", "tier_2_medium", set("tier_2_medium", "tier_4_critical"), "tier_2_medium"],
    ["lowered, facts give less", "tier_1_low", set("tier_2_medium", "tier_4_critical"), "tier_1_low"],
  ] as const)("[REG-122] %s", (_name, assessed, override, tier) => {
    expect(deriveTier(assessed, override).tier).toBe(tier);
  });

  it("[REG-122] it is kept exactly as long as it makes a difference, and never lies below what the chair lowered", () => {
    for (const assessed of Tier.options) {
      for (const tier of Tier.options) {
        for (const before of Tier.options) {
          if (tier === before) continue;
          const derived = deriveTier(assessed, set(tier, before));
          expect(derived.override === null).toBe(derived.tier === assessed);
          if (isHigherTier(tier, before)) expect(isHigherTier(assessed, derived.tier)).toBe(false);
          if (isHigherTier(assessed, before)) expect(isHigherTier(assessed, derived.tier)).toBe(false);
        }
      }
    }
  });
});
