import { cn } from "@/components/ui/class-names";
import type { Tier } from "@/lib/governance/registry/schema";
import { TIER_LABELS } from "./labels";

const COLOURS = {
  1: "bg-tier-1 text-on-tier-1",
  2: "bg-tier-2 text-on-tier-2",
  3: "bg-tier-3 text-on-tier-3",
  4: "bg-tier-4 text-on-tier-4",
} as const;

/** Four steps of one hue, with the step as a number and a word. */
export function TierBadge({ tier, short = false, className }: { tier: Tier; short?: boolean; className?: string }) {
  const { step, word } = TIER_LABELS[tier];
  return (
    <span
      title={short ? `Tier ${step}, ${word}` : undefined}
      className={cn(
        "inline-flex h-5.5 items-center gap-1.5 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap",
        COLOURS[step],
        className,
      )}
    >
      <span aria-hidden className="flex items-end gap-px">
        {([1, 2, 3, 4] as const).map((bar) => (
          <span
            key={bar}
            style={{ height: `${bar * 2 + 2}px` }}
            className={cn("w-[3px] bg-current", bar > step && "opacity-25")}
          />
        ))}
      </span>
      {short ? <span aria-hidden>{step}</span> : `Tier ${step} ${word}`}
      {short ? <span className="sr-only">{`Tier ${step} ${word}`}</span> : null}
    </span>
  );
}
