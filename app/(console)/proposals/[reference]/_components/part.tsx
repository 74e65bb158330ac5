import { type ReactNode, useId } from "react";
import { cn } from "@/components/ui/class-names";

/** One line of the sheet: what it is on the left, what there is to say on the right; stacked on the phone. */
export function Part({ name, children }: { name: string; children: ReactNode }) {
  const id = useId();
  return (
    <section
      aria-labelledby={id}
      className="grid gap-x-6 gap-y-1 border-t border-line py-3 md:grid-cols-[9.5rem_minmax(0,1fr)]"
    >
      <h2 id={id} className="text-sm leading-6 font-medium text-ink-muted">
        {name}
      </h2>
      <div className="min-w-0 leading-6">{children}</div>
    </section>
  );
}

/** One block of the column beside it. */
export function Aside({ name, children, className }: { name: string; children: ReactNode; className?: string }) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={cn("border-t border-line pt-3", className)}>
      <h2 id={id} className="mb-2 text-sm font-medium text-ink-muted">
        {name}
      </h2>
      {children}
    </section>
  );
}
