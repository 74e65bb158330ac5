// Answers "which tier do these facts give, and why?" and "may a person set another one?" (REG-9).
// The tier table of the domain is data here: review interval, board involvement, risk base.
import type { Reason, Verdict } from "../kernel/verdict.ts";
import { FactName, type Tier, type TierFacts } from "./schema.ts";

export type BoardInvolvement = "report_only" | "advisory" | "approval_required" | "direct_oversight";

export type TierDefinition = {
  readonly rank: number;
  readonly reviewEveryDays: number;
  readonly boardInvolvement: BoardInvolvement;
  readonly needsBoardApproval: boolean;
  /** Base of the risk score, in points (REG-8). */
  readonly riskBase: number;
};

export const TIERS: Readonly<Record<Tier, TierDefinition>> = {
  tier_1_low: {
    rank: 1,
    reviewEveryDays: 365,
    boardInvolvement: "report_only",
    needsBoardApproval: false,
    riskBase: 10,
  },
  tier_2_medium: {
    rank: 2,
    reviewEveryDays: 180,
    boardInvolvement: "advisory",
    needsBoardApproval: false,
    riskBase: 30,
  },
  tier_3_high: {
    rank: 3,
    reviewEveryDays: 90,
    boardInvolvement: "approval_required",
    needsBoardApproval: true,
    riskBase: 55,
  },
  tier_4_critical: {
    rank: 4,
    reviewEveryDays: 30,
    boardInvolvement: "direct_oversight",
    needsBoardApproval: true,
    riskBase: 75,
  },
};

export type TierReasonCode =
  | "registry.affects_rights_and_safety"
  | "registry.affects_rights_autonomously"
  | "registry.affects_safety_autonomously"
  | "registry.affects_rights"
  | "registry.affects_safety"
  | "registry.uses_personal_data"
  | "registry.is_public_facing"
  | "registry.is_deployed"
  | "registry.nothing_raises_the_tier"
  | "registry.facts_unknown";

export type TierVerdict = Verdict<Tier, TierReasonCode>;

type TierRule = {
  readonly code: Exclude<TierReasonCode, "registry.nothing_raises_the_tier" | "registry.facts_unknown">;
  readonly tier: Tier;
  readonly applies: (facts: TierFacts) => boolean;
};

/** Every reason the tier can be raised for; the highest tier reached is the tier. */
const TIER_RULES: readonly TierRule[] = [
  {
    code: "registry.affects_rights_and_safety",
    tier: "tier_4_critical",
    applies: (f) => f.affectsRights === true && f.affectsSafety === true,
  },
  {
    code: "registry.affects_rights_autonomously",
    tier: "tier_4_critical",
    applies: (f) => f.affectsRights === true && f.decidesAutonomously === true,
  },
  {
    code: "registry.affects_safety_autonomously",
    tier: "tier_4_critical",
    applies: (f) => f.affectsSafety === true && f.decidesAutonomously === true,
  },
  { code: "registry.affects_rights", tier: "tier_3_high", applies: (f) => f.affectsRights === true },
  { code: "registry.affects_safety", tier: "tier_3_high", applies: (f) => f.affectsSafety === true },
  { code: "registry.uses_personal_data", tier: "tier_2_medium", applies: (f) => f.usesPersonalData === true },
  { code: "registry.is_public_facing", tier: "tier_2_medium", applies: (f) => f.isPublicFacing === true },
  { code: "registry.is_deployed", tier: "tier_2_medium", applies: (f) => f.stage === "operation" },
];

export const UNKNOWN_FACTS: TierFacts = {
  affectsRights: null,
  affectsSafety: null,
  decidesAutonomously: null,
  usesPersonalData: null,
  isPublicFacing: null,
  stage: null,
};

export function isHigherTier(tier: Tier, than: Tier): boolean {
  return TIERS[tier].rank > TIERS[than].rank;
}

export function higherTier(a: Tier, b: Tier): Tier {
  return isHigherTier(b, a) ? b : a;
}

function highestTier(facts: TierFacts): Tier {
  return TIER_RULES.find((rule) => rule.applies(facts))?.tier ?? "tier_1_low";
}

/** Facts nobody has answered. */
function unknownFacts(facts: TierFacts): readonly (FactName | "stage")[] {
  const names = FactName.options.filter((name) => facts[name] === null);
  return facts.stage === null ? [...names, "stage"] : names;
}

/** The unanswered facts that could still raise the tier, and how far; unknown itself never raises or lowers it. */
function unknownReason(facts: TierFacts, tier: Tier): Reason<TierReasonCode> | null {
  const unknown = unknownFacts(facts);
  const worst = Object.fromEntries(FactName.options.map((name) => [name, facts[name] ?? true]));
  const couldReach = highestTier({ ...facts, ...worst, stage: facts.stage ?? "operation" });
  if (!isHigherTier(couldReach, tier)) return null;
  return { code: "registry.facts_unknown", facts: { unknown, couldReach } };
}

/** Tier with every reason of that tier first, then what is not known and could raise it. */
export function assessTier(facts: TierFacts): TierVerdict {
  const tier = highestTier(facts);
  const reasons: Reason<TierReasonCode>[] = TIER_RULES.filter((rule) => rule.tier === tier && rule.applies(facts)).map(
    (rule) => ({ code: rule.code, facts: { tier } }),
  );
  if (reasons.length === 0) reasons.push({ code: "registry.nothing_raises_the_tier", facts: { tier } });
  const unknown = unknownReason(facts, tier);
  return { outcome: tier, reasons: unknown === null ? reasons : [...reasons, unknown] };
}

export type OverrideVerdict = Verdict<
  "allowed" | "refused",
  | "registry.tier_as_assessed"
  | "registry.tier_raised"
  | "registry.tier_lowered_by_chair"
  | "registry.lowering_needs_chair"
  | "registry.lowering_needs_reason"
>;

/** Upward of the assessed tier freely; below it only by the chair and with a reason. */
export function assessTierOverride(input: {
  readonly assessed: Tier;
  readonly current: Tier;
  readonly to: Tier;
  readonly isChair: boolean;
  readonly reason: string | null;
}): OverrideVerdict {
  const facts = { assessed: input.assessed, current: input.current, to: input.to };
  const isLowering = isHigherTier(input.assessed, input.to) || isHigherTier(input.current, input.to);
  if (input.to === input.assessed && !isLowering) {
    return { outcome: "allowed", reasons: [{ code: "registry.tier_as_assessed", facts }] };
  }
  if (!isLowering) return { outcome: "allowed", reasons: [{ code: "registry.tier_raised", facts }] };
  if (!input.isChair) return { outcome: "refused", reasons: [{ code: "registry.lowering_needs_chair", facts }] };
  if ((input.reason ?? "").trim() === "") {
    return { outcome: "refused", reasons: [{ code: "registry.lowering_needs_reason", facts }] };
  }
  return { outcome: "allowed", reasons: [{ code: "registry.tier_lowered_by_chair", facts }] };
}
