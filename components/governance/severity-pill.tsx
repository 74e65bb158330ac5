import { cn } from "@/components/ui/class-names";

export type Severity = "low" | "medium" | "high" | "critical";

const LOOKS: Record<Severity, { colour: string; shape: string }> = {
  low: { colour: "bg-severity-low-soft text-severity-low", shape: "▽" },
  medium: { colour: "bg-severity-medium-soft text-severity-medium", shape: "◇" },
  high: { colour: "bg-severity-high-soft text-severity-high", shape: "△" },
  critical: { colour: "bg-severity-critical-soft text-severity-critical", shape: "▲" },
};

/** The word, its colour and a shape that points up as it gets worse. */
export function SeverityPill({ severity, className }: { severity: Severity; className?: string }) {
  const { colour, shape } = LOOKS[severity];
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center gap-1 rounded-full px-2 text-xs font-medium whitespace-nowrap",
        colour,
        className,
      )}
    >
      <span aria-hidden className="text-[0.7em]">
        {shape}
      </span>
      {severity}
    </span>
  );
}
