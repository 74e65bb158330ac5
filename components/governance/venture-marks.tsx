import { Archive, CircleDashed, CircleDot, Pause } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { LAST_STAGE, type VentureLifecycle } from "@/lib/governance/portfolio/schema";

export const LIFECYCLE_LABELS: Readonly<Record<VentureLifecycle, string>> = {
  planned: "Planned",
  active: "Active",
  paused: "Paused",
  ended: "Ended",
};

const SHAPES = {
  planned: CircleDashed,
  active: CircleDot,
  paused: Pause,
  ended: Archive,
} as const satisfies Record<VentureLifecycle, unknown>;

const LOOKS = {
  planned: "bg-transparent",
  active: "bg-transparent text-ink",
  paused: "text-ink",
  ended: "bg-transparent",
} as const satisfies Record<VentureLifecycle, string>;

/** Where a venture stands: a shape and a word. */
export function LifecycleBadge({ lifecycle }: { lifecycle: VentureLifecycle }) {
  const Shape = SHAPES[lifecycle];
  return (
    <Badge className={LOOKS[lifecycle]}>
      <Shape aria-hidden />
      {LIFECYCLE_LABELS[lifecycle]}
    </Badge>
  );
}

/** How far a venture has come: the number, and a hairline that fills up to the last stage. */
export function StageMark({ stage }: { stage: number }) {
  return (
    <span className="inline-flex items-center gap-2 whitespace-nowrap">
      <span>
        <span className="sr-only">Stage </span>
        <span className="inline-block text-right font-medium md:min-w-[2ch]">{stage}</span>
        <span className="text-ink-muted"> of {LAST_STAGE}</span>
      </span>
      <span aria-hidden className="h-1.5 w-14 overflow-hidden rounded-full bg-line print:hidden">
        <span className="block h-full bg-series-3" style={{ width: `${(stage / LAST_STAGE) * 100}%` }} />
      </span>
    </span>
  );
}
