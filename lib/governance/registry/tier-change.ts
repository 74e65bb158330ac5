// Answers "which tier holds when the facts change under an override?" (REG-9). What a person set holds only as long as the
// facts do not overtake it.
import type { Tier } from "./schema.ts";
import { isHigherTier } from "./tier.ts";

/** A tier that differs from the assessed one, and who set it: a person (user id), or the inventory it came from (null). */
export type TierOverride = {
  readonly tier: Tier;
  /** The tier that the facts gave when it was set. */
  readonly assessed: Tier;
  readonly reason: string;
  readonly by: string | null;
  /** ISO 8601 instant. */
  readonly at: string;
};

/**
 * The tier after an assessment. A raised tier holds until the facts reach it. A lowered one holds while the facts give the
 * tier that was lowered: facts that give more end it, and so do facts that give as little or less.
 */
export function deriveTier(
  assessed: Tier,
  override: TierOverride | null,
): { readonly tier: Tier; readonly override: TierOverride | null } {
  if (override === null) return { tier: assessed, override: null };
  const wasRaised = isHigherTier(override.tier, override.assessed);
  const holds = wasRaised
    ? isHigherTier(override.tier, assessed)
    : !isHigherTier(assessed, override.assessed) && isHigherTier(assessed, override.tier);
  return holds ? { tier: override.tier, override } : { tier: assessed, override: null };
}
