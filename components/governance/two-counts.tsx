import type { ReactNode } from "react";
import { cn } from "@/components/ui/class-names";
import { TallyBar, type TallyFigures } from "./tally-bar";

/** Votes by weight, which decide, and one person one vote beside them; `note` says whether heads would decide otherwise. */
export function TwoCounts({
  weight,
  heads,
  note,
  className,
}: {
  weight: TallyFigures;
  heads: TallyFigures;
  note: ReactNode;
  className?: string;
}) {
  return (
    <div className={cn("space-y-4", className)}>
      <Count name="By weight" meaning="decides">
        <TallyBar tally={weight} />
      </Count>
      <Count name="One person, one vote" meaning="for comparison">
        <TallyBar tally={heads} thin />
        {note}
      </Count>
    </div>
  );
}

function Count({ name, meaning, children }: { name: string; meaning: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 flex flex-wrap items-baseline gap-x-2 font-medium">
        {name} <span className="text-xs font-normal text-ink-muted">{meaning}</span>
      </h3>
      {children}
    </div>
  );
}
