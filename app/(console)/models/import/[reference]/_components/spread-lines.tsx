import { MODEL_STATUS_LABELS, TIER_LABELS } from "@/components/governance/labels";
import { TierBadge } from "@/components/governance/tier-badge";
import { formatCount } from "@/lib/format/number";
import { ModelStatus, Tier } from "@/lib/governance/registry/schema";
import type { Report } from "../../_components/import-words";

type Spread = Pick<Report, "byTier" | "byStatus">;

/** How the models of an inventory spread over tiers and statuses. */
export function SpreadLines({ byTier, byStatus }: Spread) {
  const most = Math.max(1, ...Tier.options.map((tier) => byTier[tier] ?? 0));
  return (
    <div className="space-y-3 text-sm">
      <ul aria-label="By tier">
        {Tier.options.toReversed().map((tier) => (
          <li key={tier} className="flex items-center gap-3 py-0.5">
            <TierBadge tier={tier} short className="shrink-0" />
            <span className="w-14 shrink-0 text-ink-muted">{TIER_LABELS[tier].word}</span>
            <span aria-hidden className="h-2 flex-1 rounded-sm bg-line">
              <span
                className="block h-full rounded-sm bg-ink-muted"
                style={{ width: `${((byTier[tier] ?? 0) / most) * 100}%` }}
              />
            </span>
            <span className="w-12 shrink-0 text-right">{formatCount(byTier[tier] ?? 0)}</span>
          </li>
        ))}
      </ul>
      <p className="text-ink-muted">
        {ModelStatus.options
          .filter((status) => (byStatus[status] ?? 0) > 0)
          .map((status) => `${formatCount(byStatus[status] ?? 0)} ${MODEL_STATUS_LABELS[status].toLowerCase()}`)
          .join(", ")}
      </p>
    </div>
  );
}
