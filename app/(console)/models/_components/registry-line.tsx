import Link from "next/link";
import { TIER_LABELS } from "@/components/governance/labels";
import { paths } from "@/lib/client/paths";
import { formatCount } from "@/lib/format/number";
import { plural } from "@/lib/format/words";
import { type RegistrySummary, Tier } from "@/lib/governance/registry/schema";

/** The registry in one line (REG-11); every number leads to its models. */
export function RegistryLine({ summary }: { summary: RegistrySummary }) {
  const tiers = Tier.options.toReversed().filter((tier) => (summary.byTier[tier] ?? 0) > 0);
  return (
    <>
      {plural(summary.total, "model")}
      {tiers.map((tier, index) => (
        <span key={tier}>
          {index === 0 ? ": " : ", "}
          <Link href={paths.models.list({ tier })} className="link">
            {formatCount(summary.byTier[tier] ?? 0)} tier {TIER_LABELS[tier].step} {TIER_LABELS[tier].word}
          </Link>
        </span>
      ))}
      {". "}
      {summary.dueForReview === 0 ? (
        "No review is due."
      ) : (
        <>
          <Link href={paths.models.list({ due: true })} className="link font-medium text-severity-high">
            {plural(summary.dueForReview, "review")}
          </Link>{" "}
          due.
        </>
      )}
    </>
  );
}
