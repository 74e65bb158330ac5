import { Archive, Circle, CircleCheck, CircleDashed, CircleDot, CircleFadingArrowUp, Pause } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ModelStatus } from "@/lib/governance/registry/schema";
import { MODEL_STATUS_LABELS } from "./labels";

const SHAPES = {
  proposed: Circle,
  under_review: CircleFadingArrowUp,
  approved: CircleCheck,
  active: CircleDot,
  deprecated: CircleDashed,
  suspended: Pause,
  decommissioned: Archive,
} as const satisfies Record<ModelStatus, unknown>;

/** Where a model stands. No colour: a status is neither good nor bad. Operational ones are set in ink. */
export function StatusBadge({ status, className }: { status: ModelStatus; className?: string }) {
  const Shape = SHAPES[status];
  const isOperational = status === "approved" || status === "active";
  return (
    <Badge className={className ?? (isOperational ? "bg-transparent text-ink" : "bg-transparent")}>
      <Shape aria-hidden />
      {MODEL_STATUS_LABELS[status]}
    </Badge>
  );
}
