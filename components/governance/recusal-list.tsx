import { cn } from "@/components/ui/class-names";
import type { RecusalBasis } from "@/lib/governance/voting/schema";
import { RECUSAL_LABELS } from "./labels";

export type RecusalEntry = { name: string; basis: RecusalBasis; reason?: string | null; by?: string };

/** Who stands aside and on what ground; neither abstention nor absence. */
export function RecusalList({ recusals, className }: { recusals: readonly RecusalEntry[]; className?: string }) {
  if (recusals.length === 0) return <p className={cn("text-sm text-ink-muted", className)}>Nobody is recused.</p>;
  return (
    <ul aria-label="Recused" className={cn("space-y-1 text-sm", className)}>
      {recusals.map((entry) => (
        <li key={entry.name}>
          <span className="font-medium">{entry.name}</span>{" "}
          <span className="text-ink-muted">
            {RECUSAL_LABELS[entry.basis]}
            {entry.by === undefined ? "" : ` ${entry.basis === "chair_ruling" ? "of" : "by"} ${entry.by}`}
            {entry.reason ? `: ${entry.reason}` : ""}
          </span>
        </li>
      ))}
    </ul>
  );
}
