// Answers "how do the models spread over tiers, statuses and risk bands?" (DSH-8) from one grouped count.

import { ModelStatus, Tier } from "../registry/schema.ts";
import type { ModelGroup } from "../registry/summary.ts";
import { type Pictures, RISK_BANDS } from "./schema.ts";

/** `band` is an index of `RISK_BANDS`. */
export type BandedGroup = ModelGroup & { readonly band: number };

const MOST_CRITICAL_FIRST = Tier.options.toReversed();

/** Every tier is there, the most critical first, with 0 where there is none. */
export function toModelPictures(
  groups: readonly BandedGroup[],
): Pick<Pictures, "riskBands" | "modelsByTier" | "models"> {
  const sum = (keep: (group: BandedGroup) => boolean) =>
    groups.reduce((total, group) => (keep(group) ? total + group.count : total), 0);
  return {
    models: sum(() => true),
    modelsByTier: MOST_CRITICAL_FIRST.map((tier) => ({
      tier,
      byStatus: Object.fromEntries(
        ModelStatus.options.map((status) => [status, sum((group) => group.tier === tier && group.status === status)]),
      ) as Record<ModelStatus, number>,
    })),
    riskBands: MOST_CRITICAL_FIRST.map((tier) => ({
      tier,
      counts: RISK_BANDS.map((_, band) =>
        sum((group) => group.tier === tier && group.band === band && group.status !== "decommissioned"),
      ),
    })),
  };
}
