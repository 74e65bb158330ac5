import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FactName, Stage, type Tier, type TierFacts } from "./schema.ts";
import { assessTier, assessTierOverride, TIERS, UNKNOWN_FACTS } from "./tier.ts";

const NO_FACTS: TierFacts = {
  affectsRights: false,
  affectsSafety: false,
  decidesAutonomously: false,
  usesPersonalData: false,
  isPublicFacing: false,
  stage: "development",
};

const CASES: readonly (readonly [string, Partial<TierFacts>, Tier, readonly string[]])[] = [
  ["nothing", {}, "tier_1_low", ["registry.nothing_raises_the_tier"]],
  ["autonomous alone", { decidesAutonomously: true }, "tier_1_low", ["registry.nothing_raises_the_tier"]],
  ["a retired system", { stage: "retired" }, "tier_1_low", ["registry.nothing_raises_the_tier"]],
  ["a pilot", { stage: "implementation" }, "tier_1_low", ["registry.nothing_raises_the_tier"]],
  ["personal data", { usesPersonalData: true }, "tier_2_medium", ["registry.uses_personal_data"]],
  ["public facing", { isPublicFacing: true }, "tier_2_medium", ["registry.is_public_facing"]],
  ["deployed", { stage: "operation" }, "tier_2_medium", ["registry.is_deployed"]],
  [
    "personal data and deployed",
    { usesPersonalData: true, stage: "operation" },
    "tier_2_medium",
    ["registry.uses_personal_data", "registry.is_deployed"],
  ],
  ["rights", { affectsRights: true }, "tier_3_high", ["registry.affects_rights"]],
  ["safety, deployed", { affectsSafety: true, stage: "operation" }, "tier_3_high", ["registry.affects_safety"]],
  [
    "rights and safety",
    { affectsRights: true, affectsSafety: true },
    "tier_4_critical",
    ["registry.affects_rights_and_safety"],
  ],
  [
    "rights, autonomous",
    { affectsRights: true, decidesAutonomously: true },
    "tier_4_critical",
    ["registry.affects_rights_autonomously"],
  ],
  [
    "safety, autonomous",
    { affectsSafety: true, decidesAutonomously: true },
    "tier_4_critical",
    ["registry.affects_safety_autonomously"],
  ],
];

describe("tier assessment", () => {
  it.each(CASES)("[REG-9] %s", (_name, facts, tier, codes) => {
    const verdict = assessTier({ ...NO_FACTS, ...facts });
    expect(verdict.outcome).toBe(tier);
    expect(verdict.reasons.map(({ code }) => code)).toEqual(codes);
  });

  it("[REG-101] an unknown fact neither raises nor lowers the tier, and the reason says how far it could reach", () => {
    const verdict = assessTier({ ...NO_FACTS, affectsRights: null, usesPersonalData: true });
    expect(verdict.outcome).toBe("tier_2_medium");
    expect(verdict.reasons.at(-1)).toEqual({
      code: "registry.facts_unknown",
      facts: { unknown: ["affectsRights"], couldReach: "tier_3_high" },
    });
  });

  it("[REG-101] what is unknown is not mentioned where it could not raise the tier", () => {
    const verdict = assessTier({ ...UNKNOWN_FACTS, affectsRights: true, affectsSafety: true });
    expect(verdict.reasons.map(({ code }) => code)).toEqual(["registry.affects_rights_and_safety"]);
  });

  it("[REG-9] a fact that becomes true never lowers the tier", () => {
    const fact = fc.constantFrom(true, false, null);
    const facts = fc.record({
      affectsRights: fact,
      affectsSafety: fact,
      decidesAutonomously: fact,
      usesPersonalData: fact,
      isPublicFacing: fact,
      stage: fc.constantFrom(null, ...Stage.options),
    });
    fc.assert(
      fc.property(facts, fc.constantFrom(...FactName.options), (before, name) => {
        const after = assessTier({ ...before, [name]: true });
        return TIERS[after.outcome].rank >= TIERS[assessTier(before).outcome].rank;
      }),
    );
  });
});

describe("tier override", () => {
  const base = { assessed: "tier_2_medium", current: "tier_2_medium", isChair: false, reason: null } as const;
  it.each([
    ["upward freely", { ...base, to: "tier_4_critical" }, "registry.tier_raised"],
    ["to the assessed tier", { ...base, to: "tier_2_medium" }, "registry.tier_as_assessed"],
    ["downward by somebody else", { ...base, to: "tier_1_low", reason: "small" }, "registry.lowering_needs_chair"],
    [
      "downward by the chair without reason",
      { ...base, to: "tier_1_low", isChair: true, reason: "  " },
      "registry.lowering_needs_reason",
    ],
    [
      "downward by the chair with a reason",
      { ...base, to: "tier_1_low", isChair: true, reason: "Internal test only" },
      "registry.tier_lowered_by_chair",
    ],
    [
      "back from a raised tier",
      { ...base, current: "tier_4_critical", to: "tier_2_medium" },
      "registry.lowering_needs_chair",
    ],
  ] as const)("[REG-9] %s", (_name, input, code) => {
    const verdict = assessTierOverride(input);
    expect(verdict.reasons[0]?.code).toBe(code);
    expect(verdict.outcome).toBe(code.startsWith("registry.lowering") ? "refused" : "allowed");
  });
});
