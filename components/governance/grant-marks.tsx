import { Ban, CircleCheck, Clock, Hourglass } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { cn } from "@/components/ui/class-names";
import { plural } from "@/lib/format/words";
import { sayDay } from "@/lib/governance/kernel/calendar-day";
import type { GrantItem } from "@/lib/governance/policy/view";
import { GRANT_STATE_LABELS } from "./policy-labels";

type Standing = Pick<GrantItem, "state" | "isEndingSoon" | "daysLeft" | "until">;

/** Where an acceptance or exception stands; nearly over is said in words and in the colour of what needs attention. */
export function GrantBadge({ grant, className }: { grant: Standing; className?: string }) {
  const { state, isEndingSoon } = grant;
  const Shape = state === "revoked" ? Ban : state === "expired" ? Clock : isEndingSoon ? Hourglass : CircleCheck;
  return (
    <Badge
      className={cn(
        "bg-transparent",
        state === "in_force" && "text-ink",
        isEndingSoon && "border-transparent bg-severity-medium-soft text-severity-medium",
        className,
      )}
    >
      <Shape aria-hidden />
      {isEndingSoon ? "Ends soon" : GRANT_STATE_LABELS[state]}
    </Badge>
  );
}

/** A day of the organisation's calendar. */
export function Day({ day, className }: { day: string; className?: string }) {
  return (
    <time dateTime={day} className={cn("whitespace-nowrap", className)}>
      {sayDay(day)}
    </time>
  );
}

/** "in 12 days", "today", "3 days ago" */
export function sayDaysLeft(daysLeft: number): string {
  if (daysLeft === 0) return "today";
  return daysLeft > 0 ? `in ${plural(daysLeft, "day")}` : `${plural(-daysLeft, "day")} ago`;
}
