import { Ban, CircleX } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import type { AuditOutcome } from "@/lib/governance/audit/schema";

const MARKS = {
  denied: { word: "Denied", shape: Ban, tone: "bg-rejected-soft text-rejected" },
  failed: { word: "Failed", shape: CircleX, tone: "bg-none-soft text-none" },
} as const;

/** What was done needs no mark; what was not, does. `always` says it in words too. */
export function OutcomeMark({ outcome, always = false }: { outcome: AuditOutcome; always?: boolean }) {
  if (outcome === "done") return always ? <>Done</> : null;
  const { word, shape: Shape, tone } = MARKS[outcome];
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        tone,
      )}
    >
      <Shape aria-hidden />
      {word}
    </span>
  );
}
