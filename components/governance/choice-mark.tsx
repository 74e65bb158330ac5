import { Check, Minus, X } from "lucide-react";
import { cn } from "@/components/ui/class-names";
import type { Choice } from "@/lib/governance/voting/schema";
import { CHOICE_LABELS } from "./labels";

const LOOKS = {
  yes: { colour: "bg-passed-soft text-passed", shape: Check },
  no: { colour: "bg-rejected-soft text-rejected", shape: X },
  abstain: { colour: "bg-none-soft text-none", shape: Minus },
} as const satisfies Record<Choice, unknown>;

/** One ballot: its word, its colour and a shape. */
export function ChoiceMark({ choice, className }: { choice: Choice; className?: string }) {
  const { colour, shape: Shape } = LOOKS[choice];
  return (
    <span
      className={cn(
        "inline-flex h-5.5 items-center gap-1 rounded-sm px-1.5 text-xs font-medium whitespace-nowrap [&_svg]:size-3",
        colour,
        className,
      )}
    >
      <Shape aria-hidden />
      {CHOICE_LABELS[choice]}
    </span>
  );
}
