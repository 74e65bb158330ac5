import { cn } from "@/components/ui/class-names";
import type { Reason } from "@/lib/governance/kernel/verdict";
import { reasonSentence } from "./reason-sentences";

/** Why: one sentence a reason, the most decisive first. */
export function VerdictReasons({
  reasons,
  label = "Reasons",
  className,
}: {
  reasons: readonly Reason[];
  label?: string;
  className?: string;
}) {
  if (reasons.length === 0) return null;
  return (
    <ul aria-label={label} className={cn("space-y-1 text-sm", className)}>
      {reasons.map((reason, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a verdict may hold a code twice, and its order never changes
        <li key={`${reason.code}-${index}`} className="flex gap-2">
          <span aria-hidden className="text-ink-faint">
            –
          </span>
          <span>{reasonSentence(reason)}</span>
        </li>
      ))}
    </ul>
  );
}
