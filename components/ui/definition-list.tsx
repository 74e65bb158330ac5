import type { ReactNode } from "react";
import { cn } from "./class-names";

export type Definition = { term: string; value: ReactNode };

/** Facts with their names: two columns where there is room, stacked on the phone. */
export function DefinitionList({ items, className }: { items: readonly Definition[]; className?: string }) {
  return (
    <dl className={cn("grid grid-cols-1 md:grid-cols-[minmax(8rem,12rem)_1fr]", className)}>
      {items.map((item) => (
        <div key={item.term} className="contents">
          <dt className="pt-2 text-xs text-ink-muted md:border-b md:border-line md:py-2 md:text-sm">{item.term}</dt>
          <dd className="min-w-0 border-b border-line pb-2 md:py-2 md:pl-4">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
