// Answers "when is the next review, and is one due now?" (REG-7). A deadline is half open: due at the instant itself.
import { addDays } from "../kernel/calendar.ts";
import type { ModelStatus, Tier } from "./schema.ts";
import { isOperational } from "./status.ts";
import { TIERS } from "./tier.ts";

/** Next review = last review + the days of the tier. */
export function nextReviewAfter(lastReviewAt: Date, tier: Tier): Date {
  return addDays(lastReviewAt, TIERS[tier].reviewEveryDays);
}

/** What an approval writes on the model; a conditional one does the same. */
export function planApproval(
  tier: Tier,
  decidedAt: Date,
): { readonly status: "approved"; readonly lastReviewAt: Date; readonly nextReviewAt: Date } {
  return { status: "approved", lastReviewAt: decidedAt, nextReviewAt: nextReviewAfter(decidedAt, tier) };
}

/** Only operational models count as due; without a next review they are due at once. */
export function isReviewDue(
  model: { readonly status: ModelStatus; readonly nextReviewAt: Date | null },
  now: Date,
): boolean {
  if (!isOperational(model.status)) return false;
  return model.nextReviewAt === null || model.nextReviewAt.getTime() <= now.getTime();
}
