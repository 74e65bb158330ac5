import { Archive, CalendarClock, CircleCheck, CircleDashed, CircleOff, Clock } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import type { PolicyStanding } from "@/lib/governance/policy/view";
import { POLICY_STANDING_LABELS } from "./policy-labels";

const SHAPES = {
  in_force: CircleCheck,
  shadow: CircleDashed,
  inactive: CircleOff,
  scheduled: CalendarClock,
  over: Clock,
  retired: Archive,
} as const satisfies Record<PolicyStanding, unknown>;

/** Whether a policy says anything today. No colour: it is neither good nor bad. */
export function PolicyBadge({ standing }: { standing: PolicyStanding }) {
  const Shape = SHAPES[standing];
  return (
    <Badge className={cn("bg-transparent", standing === "in_force" && "text-ink")}>
      <Shape aria-hidden />
      {POLICY_STANDING_LABELS[standing]}
    </Badge>
  );
}
