import { Archive, CircleDot, Pause } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { ComponentStatus as Status } from "@/lib/governance/portfolio/schema";
import { STATUS_LABELS } from "./list-filter";

const SHAPES = { active: CircleDot, paused: Pause, retired: Archive } as const satisfies Record<Status, unknown>;

/** Where a component stands: a shape and a word; one that was stopped is set apart. */
export function ComponentStatus({ status }: { status: Status }) {
  const Shape = SHAPES[status];
  const look = { active: "bg-transparent text-ink", paused: "text-severity-high", retired: "bg-transparent" }[status];
  return (
    <Badge className={look}>
      <Shape aria-hidden />
      {STATUS_LABELS[status]}
    </Badge>
  );
}
