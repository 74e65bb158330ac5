import { cn } from "@/components/ui/class-names";
import { formatCount } from "@/lib/format/number";

export type BudgetUse = { readonly used: number; readonly limit: number };

/** How much attention is used of a limit; one that is used up says so in words and not by colour alone. */
export function BudgetMeter({ label, use, period }: { label: string; use: BudgetUse; period: string }) {
  const { used, limit } = use;
  const isUp = used >= limit;
  const share = limit === 0 ? 1 : Math.min(1, used / limit);
  return (
    <div className="min-w-0">
      <div className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span className="text-sm">{label}</span>
        <span className={cn("text-sm", isUp ? "font-medium text-severity-high" : "text-ink-muted")}>
          {formatCount(used)} of {formatCount(limit)}
          <span className="font-normal"> {period}</span>
        </span>
      </div>
      {/* biome-ignore lint/a11y/useSemanticElements: the browsers' own meter cannot take the tokens' colours */}
      <div
        role="meter"
        aria-label={`${label} used ${period}`}
        aria-valuemin={0}
        aria-valuemax={Math.max(limit, 1)}
        aria-valuenow={Math.min(used, Math.max(limit, 1))}
        aria-valuetext={`${used} of ${limit}`}
        className="mt-1 h-1.5 overflow-hidden rounded-full bg-line"
      >
        <div
          className={cn("h-full", isUp ? "bg-severity-high-solid" : "bg-accent")}
          style={{ width: `${share * 100}%` }}
        />
      </div>
      {isUp ? <p className="mt-1 text-xs text-ink-muted">Used up: what comes now goes one channel down.</p> : null}
    </div>
  );
}
